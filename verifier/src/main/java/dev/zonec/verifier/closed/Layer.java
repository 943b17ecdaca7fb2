package dev.zonec.verifier.closed;

/**
 * What is allowed where an address family and the treatment of host-network pods are settled: a
 * connection is, iff the profiles of both its ends let it pass.
 *
 * @param egress for each class what governs it as a source
 * @param ingress for each class what governs it as a destination
 * @param everyone the row of every class, which is that of what is governed by nothing
 */
record Layer(Profile[] egress, Profile[] ingress, long[] everyone) {
  boolean allows(int source, int destination, int atom) {
    return BitRow.get(egress[source].row(atom), destination)
        && BitRow.get(ingress[destination].row(atom), source);
  }
}
