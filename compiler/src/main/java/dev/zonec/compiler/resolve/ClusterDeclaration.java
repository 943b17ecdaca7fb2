package dev.zonec.compiler.resolve;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * What {@code cluster} says.
 *
 * @param ranges where pods, Services and nodes have their addresses
 * @param apiserver the addresses of the API server; empty where they are not declared
 */
record ClusterDeclaration(Cluster ranges, List<Cidr> apiserver) {
  static final ClusterDeclaration NONE = new ClusterDeclaration(Cluster.UNDECLARED, List.of());

  ClusterDeclaration {
    apiserver = List.copyOf(apiserver);
  }
}
