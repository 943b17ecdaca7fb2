package dev.zonec.compiler.lint;

import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Waived;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the services and ports that a statement names, without the one that it declares. */
final class NamedServices {
  private NamedServices() {}

  static Stream<ServiceTerm> statement(Statement statement) {
    return switch (statement) {
      case Statement.Service s -> s.terms().stream();
      case Statement.Allow s -> allow(s).stream();
      case Statement.Assert s -> terms(s.claim()).stream();
      case Statement.Module s -> Stream.of();
      case Statement.Cluster s -> Stream.of();
      case Statement.Defaults s -> Stream.of();
      case Statement.Assume s -> Stream.of();
      case Statement.Emit s -> Stream.of();
      case Statement.Import s -> Stream.of();
      case Statement.Param s -> Stream.of();
      case Statement.When s -> s.body().stream().flatMap(NamedServices::statement);
      case Statement.Foreach s -> s.body().stream().flatMap(NamedServices::statement);
      case Statement.Trust s -> Stream.of();
      case Statement.Disjoint s -> Stream.of();
      case Statement.Waive s ->
          s.waived() instanceof Waived.Connections w ? terms(w.services()).stream() : Stream.of();
      case Statement.Zone s -> Stream.of();
      case Statement.External s -> Stream.of();
    };
  }

  private static List<ServiceTerm> allow(Statement.Allow allow) {
    List<ServiceTerm> all = new ArrayList<>(terms(allow.services()));
    if (allow.ends() instanceof Statement.FlowEnds.To(var from, var to)) {
      to.members().forEach(member -> all.addAll(terms(member.services())));
    }
    return all;
  }

  private static List<ServiceTerm> terms(ClaimTree claim) {
    return switch (claim) {
      case ClaimTree.Never c -> terms(c.services());
      case ClaimTree.NoPath c -> List.of();
      case ClaimTree.Only c -> terms(c.services());
      case ClaimTree.Isolated c -> List.of();
      case ClaimTree.Reachable c -> terms(c.services());
      case ClaimTree.TiersAdjacent c -> List.of();
    };
  }

  private static List<ServiceTerm> terms(Services services) {
    return switch (services) {
      case Services.Anything() -> List.of();
      case Services.Listed(var terms) -> terms;
    };
  }
}
