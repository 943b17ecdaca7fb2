package dev.zonec.verifier.cut;

import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.proof.Hop;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A path that a cut has to close.
 *
 * @param hops its connections, each allowed by the policies that are left when it was found
 * @param rules one rule for each side that a rule opens; a cut contains one of them, because each
 *     side needs a rule
 */
public record CutPath(List<Hop> hops, Set<Element> rules) {
  /** Copies the collections. */
  public CutPath {
    hops = List.copyOf(hops);
    rules = Collections.unmodifiableSet(new LinkedHashSet<>(rules));
  }
}
