package dev.zonec.flows.attribution;

import java.io.Serializable;

/**
 * An end of a flow, as reports name it. Ends with equal content are the same end.
 *
 * @param kind what it is
 * @param name the name in reports: {@code shop/web (Deployment)}, {@code node n1}, or an address
 * @param address the address of an end that is known by it; empty for workloads and pods
 * @param doubt why nothing is claimed about the end; {@link Doubt#NONE} if there is no reason
 */
public record FlowEnd(Kind kind, String name, String address, Doubt doubt) implements Serializable {
  /** What an end is. */
  public enum Kind {
    /** A workload of the manifests. */
    WORKLOAD,
    /** A pod that the log names and the manifests lack. */
    POD,
    /** A node, or something on its network. */
    NODE,
    /** A Service. */
    SERVICE,
    /** An address outside of the cluster. */
    OUTSIDE,
    /** It is not known what it is. */
    UNKNOWN
  }

  /**
   * Returns the end that stands for this end and others, where there is no room to tell them apart.
   * It has the same kind and the same doubt, so that nothing more is claimed about it.
   */
  public FlowEnd others() {
    String others =
        switch (kind) {
          case WORKLOAD -> "other workloads";
          case POD -> "other pods";
          case NODE -> "other nodes";
          case SERVICE -> "other Services";
          case OUTSIDE -> "other addresses";
          case UNKNOWN -> "other unknown ends";
        };
    return new FlowEnd(kind, others, "", doubt);
  }

  /** Whether the end stands for several ends. */
  public boolean isShared() {
    return address.isEmpty() && equals(others());
  }

  /** Whether the end is, or may be, in the cluster. */
  public boolean inCluster() {
    return switch (kind) {
      case WORKLOAD, POD, NODE, SERVICE -> true;
      case UNKNOWN -> !address.isEmpty() || doubt != Doubt.SPECIAL_ADDRESS;
      case OUTSIDE -> false;
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
