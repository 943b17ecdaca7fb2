package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.ClusterRange;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Resolves the {@code cluster} statement. */
final class ClusterResolution {
  private ClusterResolution() {}

  static ClusterDeclaration resolve(List<Statement.Cluster> statements, Problems problems) {
    DuplicateClauses.check("`cluster`", statements, problems);
    AddressResolution addresses = new AddressResolution(problems);
    List<Cidr> pods = new ArrayList<>();
    List<Cidr> services = new ArrayList<>();
    List<Cidr> nodes = new ArrayList<>();
    List<Cidr> apiserver = new ArrayList<>();
    Map<ClusterRange, Span> lines = new EnumMap<>(ClusterRange.class);
    for (Statement.Cluster statement : statements) {
      for (Statement.ClusterClause clause : statement.clauses()) {
        List<Cidr> blocks = addresses.blocks(clause.addresses());
        lines.putIfAbsent(clause.range(), clause.span());
        switch (clause.range()) {
          case PODS -> pods.addAll(blocks);
          case SERVICES -> services.addAll(blocks);
          case NODES -> nodes.addAll(blocks);
          case APISERVER -> apiserver.addAll(blocks);
        }
      }
    }
    return new ClusterDeclaration(
        new Cluster(sorted(pods), sorted(services), sorted(nodes)), sorted(apiserver), lines);
  }

  private static List<Cidr> sorted(List<Cidr> blocks) {
    return blocks.stream().sorted().distinct().toList();
  }
}
