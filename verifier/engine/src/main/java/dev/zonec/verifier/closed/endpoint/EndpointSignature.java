package dev.zonec.verifier.closed.endpoint;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import java.util.BitSet;
import java.util.List;

/**
 * All features of an endpoint that a policy or question can depend on. Endpoints with equal
 * signatures get the same answers.
 *
 * @param kind pod, node or address
 * @param namespace the number of the namespace of a pod
 * @param labels the label signature of a pod
 * @param names the named ports of a pod that policies mention
 * @param hostNetwork whether the pod is on the host network
 * @param node the name of the node, or of the node that the pod is on; empty if unknown or
 *     irrelevant
 * @param v4 the IPv4 atoms of the known addresses, without duplicates
 * @param v6 the IPv6 atoms of the known addresses, without duplicates
 * @param set the indexes of the question's sets that contain the endpoint
 */
public record EndpointSignature(
    Kind kind,
    int namespace,
    int labels,
    List<NamedPort> names,
    boolean hostNetwork,
    String node,
    List<Integer> v4,
    List<Integer> v6,
    BitSet set) {
  /** The kind of an endpoint. */
  public enum Kind {
    POD,
    NODE,
    ADDRESS
  }

  /** Returns the atoms of the known addresses of {@code family}. */
  public List<Integer> atoms(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }

  /** Whether the endpoint is a pod. */
  public boolean isPod() {
    return kind == Kind.POD;
  }
}
