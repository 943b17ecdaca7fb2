package dev.zonec.application.question;

import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.ExpectationTree;
import dev.zonec.model.query.Query;

/**
 * An expectation whose names are resolved.
 *
 * @param kind what is expected
 * @param query the connections or paths
 * @param span the text of the expectation
 */
record Expectation(ExpectationTree.Kind kind, Query query, Span span) {}
