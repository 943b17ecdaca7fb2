package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;

/** A peer of a rule. */
public sealed interface Peer {
  /** Returns the peer's span in its manifest. */
  Span span();

  /** Pods by labels, in some namespaces. */
  record Pods(Namespaces namespaces, Selector pods, Span span) implements Peer {}

  /** Addresses. */
  record Block(IpBlock block, Span span) implements Peer {}

  /** The namespaces of a peer's pods. */
  sealed interface Namespaces {
    /** The policy's own namespace. */
    record Own() implements Namespaces {}

    /** The namespaces that match a selector. */
    record Matching(Selector labels) implements Namespaces {}
  }
}
