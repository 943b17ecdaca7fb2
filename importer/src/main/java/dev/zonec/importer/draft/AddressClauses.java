package dev.zonec.importer.draft;

import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** Writes address blocks as an external. */
final class AddressClauses {
  /**
   * The addresses at which cloud providers serve credentials. An external that contains one must be
   * {@code open}.
   */
  private static final List<IpAddress> METADATA =
      List.of(IpAddress.of("169.254.169.254"), IpAddress.of("fd00:ec2::254"));

  private AddressClauses() {}

  static Statement external(Word name, List<IpBlock> blocks) {
    return new Statement.External(
        List.of(),
        name,
        false,
        isOpen(blocks),
        blocks.stream().map(AddressClauses::line).toList(),
        List.of(),
        DraftWords.NOWHERE);
  }

  private static boolean isOpen(List<IpBlock> blocks) {
    for (IpAddress metadata : METADATA) {
      Family family = metadata.family();
      boolean all = AddressSet.of(family, blocks).equals(AddressSet.all(family));
      if (all || blocks.stream().anyMatch(b -> b.cidr().prefix() == 0 && b.contains(metadata))) {
        return true;
      }
    }
    return false;
  }

  private static Statement.AddressClause line(IpBlock block) {
    return new Statement.AddressClause(
        List.of(DraftWords.word(block.cidr().toString())),
        block.except().stream().map(except -> DraftWords.word(except.toString())).toList(),
        DraftWords.NOWHERE);
  }
}
