/**
 * Paths over every pod that could exist.
 *
 * <p>A selector is a product of value sets, one a label key: a box. What two rules, one on each
 * side, let through is a box of sources times a box of destinations: a step. Every source of a step
 * reaches every destination, so reachability over any number of hops is reachability between steps,
 * exactly, without listing classes of pods. Entry type: {@link
 * dev.zonec.verifier.reach.StepSearch}. What it finds is not trusted: paths are replayed,
 * invariants are checked by Z3.
 */
@NullMarked
package dev.zonec.verifier.reach;

import org.jspecify.annotations.NullMarked;
