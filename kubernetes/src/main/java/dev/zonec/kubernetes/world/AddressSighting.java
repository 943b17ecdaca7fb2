package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;

/**
 * Where an object shows addresses of the cluster.
 *
 * @param of what has them
 * @param block the address, or the range that addresses are taken from
 * @param owner what shows it, as a message names it: {@code Pod `shop/web`}
 * @param span where it stands
 */
public record AddressSighting(Of of, Cidr block, String owner, Span span) {
  /** What has an address. */
  public enum Of {
    /** A pod on the pod network. */
    POD,
    /** A node, and the pods on its network. */
    NODE,
    /** A Service. */
    SERVICE
  }
}
