package dev.zonec.model.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A label selector: a conjunction of requirements. Without requirements it selects everything.
 *
 * @param requirements the requirements, in the order in which they were written
 */
public record Selector(List<Requirement> requirements) {
  /** The selector that selects everything. */
  public static final Selector EVERYTHING = new Selector(List.of());

  /** Copies the requirements. */
  public Selector {
    requirements = List.copyOf(requirements);
  }

  /** Whether {@code labels} meet every requirement. */
  public boolean matches(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the conjunction of both selectors. */
  public Selector and(Selector other) {
    if (other.selectsEverything()) {
      return this;
    }
    List<Requirement> both = new ArrayList<>(requirements);
    for (Requirement requirement : other.requirements) {
      if (!both.contains(requirement)) {
        both.add(requirement);
      }
    }
    return new Selector(both);
  }

  /** Whether there is no requirement. */
  public boolean selectsEverything() {
    return requirements.isEmpty();
  }

  @Override
  public String toString() {
    return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
  }
}
