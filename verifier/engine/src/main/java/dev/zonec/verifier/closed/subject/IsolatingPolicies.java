package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import java.util.ArrayList;
import java.util.List;

/** Finds the NetworkPolicies that isolate each class in one direction. */
final class IsolatingPolicies {
  private final List<List<Integer>> byClass = new ArrayList<>();

  IsolatingPolicies(Direction direction, List<Policy> policies, EquivalenceClasses classes) {
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(List.of());
    }
    for (int number = 0; number < policies.size(); number++) {
      Policy policy = policies.get(number);
      if (policy.directions().contains(direction)) {
        IntList subjects =
            classes.subjects(new PeerSelector.Local(policy.namespace(), policy.subject()));
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

  /** Returns the numbers of the policies that isolate class {@code c}, ascending. */
  List<Integer> of(int c) {
    return byClass.get(c);
  }
}
