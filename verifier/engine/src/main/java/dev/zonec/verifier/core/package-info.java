/**
 * Minimal sets of policies, rules and assumptions from which a claim is proved
 * (spec/verification.md, What a claim rests on). Start with {@link
 * dev.zonec.verifier.core.CoreSearch}.
 */
@NullMarked
package dev.zonec.verifier.core;

import org.jspecify.annotations.NullMarked;
