package dev.zonec.verifier.origin;

import dev.zonec.kubernetes.policy.Policy;
import java.util.List;

/**
 * How written policies differ from the policies that a program compiles to.
 *
 * @param changed the written policies with a different content: edited, or out of date
 * @param missing the compiled policies that are not written
 * @param obsolete the written policies that the program no longer compiles to
 */
public record Drift(List<Policy> changed, List<Policy> missing, List<Policy> obsolete) {
  /** Copies the lists. */
  public Drift {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    obsolete = List.copyOf(obsolete);
  }

  /** Whether nothing differs. */
  public boolean none() {
    return changed.isEmpty() && missing.isEmpty() && obsolete.isEmpty();
  }
}
