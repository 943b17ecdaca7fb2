package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import java.util.IdentityHashMap;

/**
 * Finds the classes of the pods that a subject selects. The chains of one policy share the object
 * of their subject, over all levels and both directions, so each subject is evaluated once.
 */
final class SubjectClasses {
  private final EquivalenceClasses classes;
  private final IdentityHashMap<Ends.Pods, IntList> possible = new IdentityHashMap<>();

  SubjectClasses(EquivalenceClasses classes) {
    this.classes = classes;
  }

  /** Returns the classes that {@code subject} selects, or may select. */
  IntList possible(Ends.Pods subject) {
    return possible.computeIfAbsent(subject, s -> classes.subjects(s, true));
  }
}
