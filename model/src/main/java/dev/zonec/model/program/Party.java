package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** What a flow or an assertion can name. */
public sealed interface Party {
  /** Its name. */
  String name();

  /** Where it is declared. */
  Span span();

  /** Whether {@code endpoint} belongs to it. */
  boolean contains(Endpoint endpoint);

  /**
   * Pods that the program governs.
   *
   * @param pods which
   * @param nested whether it lies in another zone
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
   * Which directions of a zone are denied what nobody declares.
   *
   * @param ingress whether its pods accept only declared connections
   * @param egress whether its pods open only declared connections
   */
  record Denied(boolean ingress, boolean egress) {
    /** Both. */
    public static final Denied BOTH = new Denied(true, true);
  }

  /**
   * Every pod there is, of zones too: built in.
   *
   * @param addresses whether every address belongs to it as well
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
   * Everyone but some: part of {@link Anyone}.
   *
   * @param pods the pods that belong to it
   * @param blocks the addresses that do; empty where it is about pods only
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

  /** What the program names and does not govern. */
  sealed interface Outside extends Party {
    /** Whether paths may pass through it; else they only start or end there. */
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

  /** Pods that somebody else governs, such as the cluster's DNS. */
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
