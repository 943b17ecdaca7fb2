package dev.zonec.grammar.tree;

/** What is asked of manifests. */
public sealed interface QuestionTree permits QueryTree, QuestionTree.Members {
  /** {@code resolve END}: who or what the end stands for. */
  record Members(QueryTree.End end) implements QuestionTree {}
}
