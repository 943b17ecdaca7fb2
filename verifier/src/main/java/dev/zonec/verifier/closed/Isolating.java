package dev.zonec.verifier.closed;

import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Which policies isolate which classes in one direction. */
final class Isolating {
  private final List<List<Integer>> byClass = new ArrayList<>();

  Isolating(Direction direction, List<Policy> policies, Classes classes) {
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(List.of());
    }
    for (int number = 0; number < policies.size(); number++) {
      Policy policy = policies.get(number);
      if (policy.directions().contains(direction)) {
        Ints subjects = classes.subjects(new Who.Local(policy.namespace(), policy.subject()));
        for (int i = 0; i < subjects.size(); i++) {
          add(subjects.get(i), number);
        }
      }
    }
  }

  private void add(int c, int policy) {
    if (byClass.get(c).isEmpty()) {
      byClass.set(c, new ArrayList<>());
    }
    byClass.get(c).add(policy);
  }

  /** The numbers of the policies that isolate class {@code c}, ascending. */
  List<Integer> of(int c) {
    return byClass.get(c);
  }
}
