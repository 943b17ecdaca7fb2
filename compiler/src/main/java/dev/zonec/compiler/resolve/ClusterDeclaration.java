package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement.ClusterRange;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Map;

/**
 * A {@code cluster} statement.
 *
 * @param ranges the address ranges of pods, Services and nodes
 * @param apiserver the addresses of the API server; empty if not declared
 * @param lines the first clause of each kind
 */
record ClusterDeclaration(Cluster ranges, List<Cidr> apiserver, Map<ClusterRange, Span> lines) {
  static final ClusterDeclaration NONE =
      new ClusterDeclaration(Cluster.UNDECLARED, List.of(), Map.of());

  ClusterDeclaration {
    apiserver = List.copyOf(apiserver);
    lines = Map.copyOf(lines);
  }
}
