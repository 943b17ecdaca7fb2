package dev.zonec.verifier.cut;

import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.proof.Hop;

/**
 * A rule of a cut.
 *
 * @param element the rule: one that admits, or one of a cluster-scoped policy that accepts
 * @param hop a connection of a path that the rule lets through
 */
public record CutRule(Element element, Hop hop) {}
