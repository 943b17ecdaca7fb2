package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** What a flow or an assertion can name. */
public sealed interface Party {
  /** Its name. */
  String name();

  /** Where it is declared. */
  Span origin();

  /** Whether {@code endpoint} belongs to it. */
  boolean contains(Endpoint endpoint);

  /** Pods that the program governs. */
  record Zone(String name, PodSet pods, boolean nested, Span origin) implements Party {
    @Override
    public boolean contains(Endpoint endpoint) {
      return endpoint instanceof Endpoint.Pod pod && pods.contains(pod);
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
  record Addresses(String name, List<IpBlock> blocks, boolean relay, Span origin)
      implements Outside {
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
  record ForeignPods(String name, PodSet pods, boolean relay, Span origin) implements Outside {
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
