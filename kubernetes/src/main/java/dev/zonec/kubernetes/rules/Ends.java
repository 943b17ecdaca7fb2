package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import java.util.Optional;

/** Ends of connections as a policy describes them: its subject, or a peer of a rule. */
public sealed interface Ends {
  /** The place of the subject or peer in its manifest. For a subject, this is the whole policy. */
  Span span();

  /** Every end. */
  record Anyone(Span span) implements Ends {}

  /**
   * Pods by their labels, in some namespaces.
   *
   * @param namespaces the namespaces
   * @param pods the pods of these
   */
  record Pods(NamespaceSet namespaces, Selector pods, Span span) implements Ends {
    /** Whether the selectors match {@code pod}. */
    public boolean matches(Endpoint.Pod pod) {
      return namespaces.matches(pod.namespace()) && pods.matches(pod.labels());
    }
  }

  /**
   * Whatever has an address in one of the blocks.
   *
   * @param blocks the blocks
   * @param podsOnlyIf a knob that must take its permissive answer if pods are to be among them;
   *     nodes always are
   */
  record Addresses(List<IpBlock> blocks, Optional<Knob> podsOnlyIf, Span span) implements Ends {
    /** Copies the list. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }
  }

  /** Nodes by their labels, and pods on the host network that count as such nodes. */
  record Nodes(Selector labels, Span span) implements Ends {}

  /** The node that the subject runs on. */
  record OwnNode(Span span) implements Ends {}

  /**
   * Whatever domain names stand for: every end may be among them, and none certainly is.
   *
   * @param names the names
   */
  record DomainNames(List<String> names, Span span) implements Ends {
    /** Copies the list. */
    public DomainNames {
      names = List.copyOf(names);
    }
  }
}
