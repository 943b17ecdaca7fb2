package dev.zonec.grammar.tree;

/** A question about manifests. */
public sealed interface QuestionTree permits QueryTree, QuestionTree.Members {
  /** {@code resolve END}: the workloads and addresses that the end stands for. */
  record Members(QueryTree.End end) implements QuestionTree {}
}
