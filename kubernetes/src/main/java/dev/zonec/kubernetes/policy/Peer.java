package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;

/** Who is at the other end. */
public sealed interface Peer {
  /** The peer in its manifest. */
  Span span();

  /** Pods by labels, in some namespaces. */
  record Pods(Namespaces namespaces, Selector pods, Span span) implements Peer {}

  /** Addresses. */
  record Block(IpBlock block, Span span) implements Peer {}

  /** Which namespaces a peer's pods are in. */
  sealed interface Namespaces {
    /** The policy's own. */
    record Own() implements Namespaces {}

    /** Those that a selector matches. */
    record Matching(Selector labels) implements Namespaces {}
  }
}
