package dev.zonec.compiler.lint;

import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.Word;
import java.util.stream.Stream;

/** Lists the zones and externals that a statement names, without the one that it declares. */
final class NamedParties {
  private NamedParties() {}

  static Stream<Word> statement(Statement statement) {
    return switch (statement) {
      case Statement.Module s -> Stream.of();
      case Statement.Cluster s -> Stream.of();
      case Statement.Defaults s -> Stream.of();
      case Statement.Assume s -> Stream.of();
      case Statement.Emit s -> Stream.of();
      case Statement.Import s -> Stream.of();
      case Statement.Param s -> Stream.of();
      case Statement.Trust s -> Stream.of();
      case Statement.Disjoint s ->
          switch (s.zones()) {
            case DisjointTree.Listed(var zones) -> zones.stream();
            case DisjointTree.ChildrenOf(Word parent) -> Stream.of(parent);
          };
      case Statement.Waive s -> waived(s.waived());
      case Statement.When s -> s.body().stream().flatMap(NamedParties::statement);
      case Statement.Foreach s -> s.body().stream().flatMap(NamedParties::statement);
      case Statement.Service s -> Stream.of();
      case Statement.External s -> Stream.of();
      case Statement.Zone s ->
          s.nesting() instanceof Statement.Nesting.Inside(Word parent)
              ? Stream.of(parent)
              : Stream.of();
      case Statement.Allow s -> ends(s.ends());
      case Statement.Assert s -> claim(s.claim());
    };
  }

  private static Stream<Word> ends(FlowEnds ends) {
    return switch (ends) {
      case FlowEnds.To(var from, var to) -> all(from, to);
      case FlowEnds.Both(var left, var right) -> all(left, right);
      case FlowEnds.Within(var zones) -> all(zones);
    };
  }

  private static Stream<Word> claim(ClaimTree claim) {
    return switch (claim) {
      case ClaimTree.Never c -> all(c.from(), c.to());
      case ClaimTree.NoPath c ->
          Stream.concat(
              all(c.from(), c.to()),
              c.via() instanceof ClaimTree.Via.Through(Parties via) ? all(via) : Stream.of());
      case ClaimTree.Only c ->
          Stream.concat(
              all(c.from(), c.to()),
              c.among() instanceof ClaimTree.Among.Members(Parties among)
                  ? all(among)
                  : Stream.of());
      case ClaimTree.Isolated c -> all(c.zones());
      case ClaimTree.Reachable c -> all(c.from(), c.to());
      case ClaimTree.TiersAdjacent c -> all(c.zones());
    };
  }

  private static Stream<Word> waived(Waived waived) {
    return switch (waived) {
      case Waived.Connections w -> all(w.from(), w.to());
      case Waived.Paths w -> all(w.from(), w.to());
    };
  }

  private static Stream<Word> all(Parties... some) {
    return Stream.of(some)
        .flatMap(each -> Stream.concat(each.names().stream(), each.except().stream()));
  }
}
