package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** A zone, an external or another set of ends that flows and assertions can name. */
public sealed interface Party {
  /** Returns the name. */
  String name();

  /** Returns the span of the declaration. */
  Span span();

  /** Whether {@code endpoint} belongs to the party. */
  boolean contains(Endpoint endpoint);

  /** Whether addresses outside of the cluster can belong to the party. */
  default boolean hasAddresses() {
    return switch (this) {
      case Addresses addresses -> true;
      case Anyone anyone -> anyone.addresses();
      case Others others -> !others.blocks().isEmpty();
      case Zone zone -> false;
      case ForeignPods foreign -> false;
    };
  }

  /**
   * A zone: pods that the program governs.
   *
   * @param pods the pods
   * @param nested whether the zone is in another zone
   * @param denied the directions in which its pods have declared connections only
   */
  record Zone(String name, PodSet pods, boolean nested, Denied denied, Span span) implements Party {
    @Override
    public boolean contains(Endpoint endpoint) {
      return endpoint instanceof Endpoint.Pod pod && pods.contains(pod);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The directions in which a zone denies connections that no flow declares.
   *
   * @param ingress whether its pods accept only declared connections
   * @param egress whether its pods open only declared connections
   */
  record Denied(boolean ingress, boolean egress) {
    /** Both directions. */
    public static final Denied BOTH = new Denied(true, true);
  }

  /**
   * The built-in parties {@code any} and {@code any-pod}: every pod, including pods of zones.
   *
   * @param addresses whether every address belongs to the party too
   */
  record Anyone(String name, boolean addresses, Span span) implements Party {
    @Override
    public boolean contains(Endpoint endpoint) {
      return addresses || endpoint instanceof Endpoint.Pod;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * {@link Anyone} except some pods and addresses.
   *
   * @param pods the pods of the party
   * @param blocks the addresses of the party; empty if the party consists of pods only
   */
  record Others(String name, PodSet pods, List<IpBlock> blocks, Span span) implements Party {
    /** Copies the blocks. */
    public Others {
      blocks = List.copyOf(blocks);
    }

    @Override
    public boolean contains(Endpoint endpoint) {
      return switch (endpoint) {
        case Endpoint.Pod pod -> pods.contains(pod);
        case Endpoint.External external -> holds(external.address());
        case Endpoint.Node node -> node.addresses().stream().anyMatch(this::holds);
      };
    }

    private boolean holds(IpAddress address) {
      return blocks.stream().anyMatch(block -> block.contains(address));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A party that the program names but does not govern. */
  sealed interface Outside extends Party {
    /** Whether paths can pass through the party; otherwise they can only start or end there. */
    boolean relay();
  }

  /** Addresses outside the cluster. */
  record Addresses(String name, List<IpBlock> blocks, boolean relay, Span span) implements Outside {
    /** Copies the blocks. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }

    @Override
    public boolean contains(Endpoint endpoint) {
      return endpoint instanceof Endpoint.External external
          && blocks.stream().anyMatch(block -> block.contains(external.address()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Pods that another program governs, such as the cluster's DNS. */
  record ForeignPods(String name, PodSet pods, boolean relay, Span span) implements Outside {
    @Override
    public boolean contains(Endpoint endpoint) {
      return endpoint instanceof Endpoint.Pod pod && pods.contains(pod);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
