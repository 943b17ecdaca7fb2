package dev.zonec.compiler.emit;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;

/** One peer of a rule. */
sealed interface PlannedPeer {
  /** Pods by labels. */
  record Pods(Namespaces namespaces, Selector pods) implements PlannedPeer {}

  /** Every pod and address. The rule then has no list of peers. */
  record Anyone() implements PlannedPeer {}

  /** Addresses. */
  record Block(IpBlock block) implements PlannedPeer {}

  /** The namespaces of a peer's pods. */
  sealed interface Namespaces {
    /** The policy's own namespace. */
    record Own() implements Namespaces {}

    /** The namespaces that match {@code labels}; the name can be one of the labels. */
    record Labelled(Selector labels) implements Namespaces {}
  }

  /** Returns a key for sorting. Peers with equal keys are equal. */
  default String sortKey() {
    return switch (this) {
      case Pods(Namespaces.Own(), Selector pods) -> "0 " + pods;
      case Pods(Namespaces.Labelled(Selector labels), Selector pods) -> "1 " + labels + " " + pods;
      case Anyone() -> "3";
      case Block(IpBlock block) ->
          String.format(
              "2 %s %040d %03d %s",
              block.cidr().family(), block.cidr().first(), block.cidr().prefix(), block.except());
    };
  }
}
