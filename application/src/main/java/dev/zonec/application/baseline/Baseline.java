package dev.zonec.application.baseline;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a baseline file.
 *
 * @param name the name of the file in messages; empty if there is none
 * @param contexts what the entries rely on, by variant
 * @param entries the entries, in the order of the file
 */
public record Baseline(
    String name, Map<String, AcceptedContext> contexts, List<BaselineEntry> entries) {
  /** No baseline file. */
  public static final Baseline NONE = new Baseline("", Map.of(), List.of());

  /** Copies the collections. */
  public Baseline {
    contexts = Map.copyOf(contexts);
    entries = List.copyOf(entries);
  }

  /** Returns the baseline with other entries. */
  public Baseline with(List<BaselineEntry> other) {
    return new Baseline(name, contexts, other);
  }

  /** Returns the baseline with another context of a variant. */
  public Baseline with(String variant, AcceptedContext context) {
    Map<String, AcceptedContext> more = new LinkedHashMap<>(contexts);
    more.put(variant, context);
    return new Baseline(name, more, entries);
  }

  /** Returns the context of a variant. */
  public AcceptedContext context(String variant) {
    return contexts.getOrDefault(variant, AcceptedContext.NONE);
  }

  /** Returns the entries of a variant. */
  public List<BaselineEntry> entries(String variant) {
    return entries.stream().filter(entry -> entry.variant().equals(variant)).toList();
  }

  /** Returns the acceptances of a variant that count on {@code day}. */
  public List<Acceptance> acceptances(String variant, LocalDate day) {
    return entries(variant).stream()
        .filter(entry -> !entry.isExpired(day))
        .map(BaselineEntry::acceptance)
        .toList();
  }
}
