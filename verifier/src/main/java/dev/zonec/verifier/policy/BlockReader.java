package dev.zonec.verifier.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An {@code ipBlock}, checked as the API server does (networking validation, ValidateIPBlock): each
 * exception must be a strict part of the block.
 */
final class BlockReader {
  /** Zeros before another digit, of a decimal number. */
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9A-Fa-f:])0+(?=[0-9])");

  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

  private final CidrForm form;

  BlockReader(CidrForm form) {
    this.form = form;
  }

  /** The block, or none if something is wrong with it, which goes to {@code site}. */
  Optional<IpBlock> read(IPBlock block, Site site) {
    String written = Absent.orEmpty(block.getCidr());
    if (written.isEmpty()) {
      site.at("cidr").problem(Code.ZC0616, "an `ipBlock` needs a `cidr`");
    }
    Optional<Cidr> cidr = written.isEmpty() ? Optional.empty() : readCidr(written, site.at("cidr"));
    List<Cidr> except = new ArrayList<>();
    List<String> writtenExcept = Absent.orEmpty(block.getExcept());
    for (int i = 0; i < writtenExcept.size(); i++) {
      Site exceptSite = site.at("except", i);
      Optional<Cidr> hole = readCidr(writtenExcept.get(i), exceptSite);
      hole.ifPresent(except::add);
      if (hole.isPresent() && cidr.isPresent() && !isStrictPart(hole.get(), cidr.get())) {
        exceptSite.problem(
            Code.ZC0616,
            "`" + hole.get() + "` is not a part of `" + cidr.get() + "`, or is all of it");
      }
    }
    return cidr.map(c -> new IpBlock(c, except));
  }

  private static boolean isStrictPart(Cidr part, Cidr whole) {
    return whole.contains(part) && part.prefix() > whole.prefix();
  }

  private Optional<Cidr> readCidr(String written, Site site) {
    String withoutZeros = LEADING_ZEROS.matcher(written).replaceAll("");
    Optional<Cidr> cidr = Cidr.parse(withoutZeros);
    if (cidr.isEmpty()) {
      String help =
          IpAddress.parse(written)
              .map(address -> "for one address: `" + address + "/" + address.family().bits() + "`")
              .orElse("such as `10.0.0.0/8` or `2001:db8::/32`");
      site.problem(Code.ZC0616, "`" + written + "` is not an address block", help);
      return cidr;
    }
    if (form == CidrForm.CANONICAL && !isCanonical(written, withoutZeros, cidr.get())) {
      site.problem(
          Code.ZC0617,
          "`" + written + "` is not in canonical form",
          "write `" + cidr.get() + "`; servers differ on whether they take the other form");
    }
    return cidr;
  }

  private static boolean isCanonical(String written, String withoutZeros, Cidr cidr) {
    String address = written.substring(0, written.indexOf('/'));
    boolean noHostBits = IpAddress.parse(address).equals(Optional.of(cidr.address()));
    boolean mapped =
        cidr.family() == Family.IPV6
            && cidr.prefix() >= 96
            && cidr.address().value().shiftRight(32).equals(MAPPED);
    return written.equals(withoutZeros) && noHostBits && !mapped;
  }
}
