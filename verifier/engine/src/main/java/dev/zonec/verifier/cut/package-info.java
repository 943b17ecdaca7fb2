/**
 * Smallest sets of rules whose removal leaves no path between two parties (spec/verification.md,
 * Cuts). Start with {@link dev.zonec.verifier.cut.PathCutSearch}.
 */
@NullMarked
package dev.zonec.verifier.cut;

import org.jspecify.annotations.NullMarked;
