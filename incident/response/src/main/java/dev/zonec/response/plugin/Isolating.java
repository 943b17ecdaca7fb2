package dev.zonec.response.plugin;

import dev.zonec.model.program.PodSet;
import java.util.List;
import java.util.SortedSet;

/**
 * Pods that are to be isolated.
 *
 * @param name the name of new objects
 * @param label the key of the label of the pods
 * @param id the value of this label
 * @param namespaces the namespaces of the pods
 * @param allowed the pods that may still open connections to them
 */
public record Isolating(
    String name, String label, String id, SortedSet<String> namespaces, List<PodSet.Term> allowed) {
  /** Copies the list. */
  public Isolating {
    allowed = List.copyOf(allowed);
  }
}
