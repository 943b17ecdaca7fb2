package dev.zonec.verifier.closed;

import java.util.List;

/**
 * What is allowed where an address family and the treatment of host-network pods are settled: a
 * connection is, iff the profiles of both its ends let it pass.
 *
 * @param egress for each class what governs it as a source
 * @param ingress for each class what governs it as a destination
 */
record Layer(List<Profile> egress, List<Profile> ingress) {
  Layer {
    egress = List.copyOf(egress);
    ingress = List.copyOf(ingress);
  }

  boolean allows(int source, int destination, int atom) {
    return BitRow.get(egress.get(source).row(atom), destination)
        && BitRow.get(ingress.get(destination).row(atom), source);
  }
}
