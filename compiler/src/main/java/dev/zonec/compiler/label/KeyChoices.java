package dev.zonec.compiler.label;

import dev.zonec.model.label.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values of one label key that some requirements leave possible. */
final class KeyChoices {
  private boolean mayBeAbsent = true;
  private boolean mayBePresent = true;
  private final List<Set<String>> oneOf = new ArrayList<>();
  private final Set<String> noneOf = new HashSet<>();

  void require(Requirement requirement) {
    switch (requirement) {
      case Requirement.In in -> {
        mayBeAbsent = false;
        oneOf.add(in.values());
      }
      case Requirement.NotIn notIn -> noneOf.addAll(notIn.values());
      case Requirement.Exists exists -> mayBeAbsent = false;
      case Requirement.DoesNotExist absent -> mayBePresent = false;
    }
  }

  /** Whether the key can be absent, or present with some value. */
  boolean possible() {
    return mayBeAbsent || (mayBePresent && someValueIsLeft());
  }

  private boolean someValueIsLeft() {
    if (oneOf.isEmpty()) {
      return true;
    }
    return oneOf.getFirst().stream()
        .anyMatch(
            value ->
                !noneOf.contains(value)
                    && oneOf.stream().allMatch(values -> values.contains(value)));
  }
}
