package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement.ClusterRange;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Map;

/**
 * What {@code cluster} says.
 *
 * @param ranges where pods, Services and nodes have their addresses
 * @param apiserver the addresses of the API server; empty where they are not declared
 * @param lines where each kind of range is declared first
 */
record ClusterDeclaration(Cluster ranges, List<Cidr> apiserver, Map<ClusterRange, Span> lines) {
  static final ClusterDeclaration NONE =
      new ClusterDeclaration(Cluster.UNDECLARED, List.of(), Map.of());

  ClusterDeclaration {
    apiserver = List.copyOf(apiserver);
    lines = Map.copyOf(lines);
  }
}
