package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import java.util.BitSet;
import java.util.List;

/**
 * Ends that are alike in everything that could be looked at.
 *
 * @param kind what they are
 * @param namespace the number of a pod's namespace
 * @param labels the number of a pod's label signature
 * @param names the port names of a pod that count
 * @param hostNetwork whether a pod is on the host network
 * @param node the name of a node, or of a pod's; empty where not known or not looked at
 * @param v4 the IPv4 atoms of the addresses that are known, each once
 * @param v6 the IPv6 ones
 * @param set which of the sets that are told apart it is in
 */
record Unit(
    Kind kind,
    int namespace,
    int labels,
    List<NamedPort> names,
    boolean hostNetwork,
    String node,
    List<Integer> v4,
    List<Integer> v6,
    BitSet set) {
  enum Kind {
    POD,
    NODE,
    ADDRESS
  }

  /** The atoms of the known addresses of {@code family}. */
  List<Integer> atoms(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }

  boolean isPod() {
    return kind == Kind.POD;
  }
}
