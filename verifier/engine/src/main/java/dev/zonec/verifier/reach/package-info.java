/**
 * Search for paths over every pod that could exist.
 *
 * <p>A selector is a product of sets of values, one for each label key: a box. Two rules, one on
 * each side, allow the connections from a box of sources to a box of destinations: a step. Every
 * source of a step reaches every destination, so a path exists if and only if a sequence of
 * overlapping steps exists, and classes of pods need not be listed. Entry type: {@link
 * dev.zonec.verifier.reach.StepSearch}. Proofs do not trust the search: the concrete semantics
 * evaluates its paths again, and Z3 checks its invariants.
 */
@NullMarked
package dev.zonec.verifier.reach;

import org.jspecify.annotations.NullMarked;
