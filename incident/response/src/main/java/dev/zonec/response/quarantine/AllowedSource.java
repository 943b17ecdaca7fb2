package dev.zonec.response.quarantine;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import java.util.List;

/**
 * Pods that may still open connections to isolated pods, such as those of an investigator.
 *
 * @param name the name that the user gave
 * @param pods the pods
 */
public record AllowedSource(String name, PodSet pods) {
  /** Returns the terms of the pods, without pods that are isolated themselves. */
  List<PodSet.Term> terms() {
    Selector free = new Selector(List.of(new Requirement.DoesNotExist(Quarantine.LABEL)));
    return pods.terms().stream()
        .map(term -> new PodSet.Term(term.namespaces(), term.pods().and(free)))
        .toList();
  }
}
