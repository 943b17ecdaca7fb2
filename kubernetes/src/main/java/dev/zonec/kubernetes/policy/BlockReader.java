package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an {@code ipBlock} with the checks of the API server (networking validation,
 * ValidateIPBlock): each exception must be a strict subset of the block.
 */
final class BlockReader {
  private final CidrReader cidrs;

  BlockReader(CidrForm form) {
    this.cidrs = new CidrReader(form);
  }

  /** Returns the block; empty if it is invalid, which is reported at {@code field}. */
  Optional<IpBlock> read(IPBlock block, CheckedField field) {
    String written = Absent.orEmpty(block.getCidr());
    if (written.isEmpty()) {
      field.at("cidr").problem(Code.ZC0616, "an `ipBlock` needs a `cidr`");
    }
    Optional<Cidr> cidr =
        written.isEmpty() ? Optional.empty() : cidrs.read(written, field.at("cidr"));
    List<Cidr> except = new ArrayList<>();
    List<String> writtenExcept = Absent.orEmpty(block.getExcept());
    for (int i = 0; i < writtenExcept.size(); i++) {
      CheckedField exceptField = field.at("except", i);
      Optional<Cidr> hole = cidrs.read(writtenExcept.get(i), exceptField);
      hole.ifPresent(except::add);
      if (hole.isPresent() && cidr.isPresent() && !isStrictPart(hole.get(), cidr.get())) {
        exceptField.problem(
            Code.ZC0616,
            "the exception `" + hole.get() + "` is not a smaller part of `" + cidr.get() + "`");
      }
    }
    return cidr.map(c -> new IpBlock(c, except));
  }

  private static boolean isStrictPart(Cidr part, Cidr whole) {
    return whole.contains(part) && part.prefix() > whole.prefix();
  }
}
