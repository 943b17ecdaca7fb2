package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;

/**
 * An address of the cluster that an object shows.
 *
 * @param of what has the address
 * @param shown how the object shows it
 * @param block the address, or the range that addresses are taken from
 * @param owner the object that shows it, as messages name it: {@code Pod `shop/web`}
 * @param span the field with the address
 */
public record AddressSighting(Of of, Shown shown, Cidr block, String owner, Span span) {
  /** The owners of addresses. */
  public enum Of {
    /** A pod on the pod network. */
    POD,
    /** A node, and the pods on its network. */
    NODE,
    /** A Service. */
    SERVICE
  }

  /** The ways in which an object shows an address. */
  public enum Shown {
    /** The object itself has the address. */
    OWN,
    /** The node that the object runs on has the address. */
    NODE_OF,
    /** The object lists a pod at the address. */
    LISTED,
    /** The object names a range, from which pods get their addresses. */
    RANGE
  }
}
