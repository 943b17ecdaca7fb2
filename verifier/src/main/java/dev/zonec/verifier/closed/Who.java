package dev.zonec.verifier.closed;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** A peer of a rule, wherever it is written; equal ones are evaluated once. */
sealed interface Who {
  /** Pods of the namespace called {@code namespace}. */
  record Local(String namespace, Selector pods) implements Who {}

  /**
   * Pods of any namespace that a selector matches.
   *
   * @param permissive whether a namespace is one that the selector may match
   */
  record Selected(Selector namespaces, Selector pods, boolean permissive) implements Who {}

  /**
   * Addresses in any of some blocks.
   *
   * @param ofPods whether pods are matched by their addresses too
   * @param permissive whether an address that may be in the block is
   */
  record Addressed(List<IpBlock> blocks, boolean ofPods, boolean permissive) implements Who {}

  /**
   * Nodes.
   *
   * @param permissive whether what may be a node with the labels is
   */
  record Nodes(Selector labels, boolean permissive) implements Who {}
}
