package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;

/**
 * An address of the cluster that an object shows.
 *
 * @param of what has the address
 * @param block the address, or the range that addresses are taken from
 * @param owner the object that shows it, as messages name it: {@code Pod `shop/web`}
 * @param span the field with the address
 */
public record AddressSighting(Of of, Cidr block, String owner, Span span) {
  /** The owners of addresses. */
  public enum Of {
    /** A pod on the pod network. */
    POD,
    /** A node, and the pods on its network. */
    NODE,
    /** A Service. */
    SERVICE
  }
}
