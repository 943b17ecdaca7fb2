package dev.zonec.access.escalation;

import dev.zonec.access.power.Scope;
import dev.zonec.kubernetes.access.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Service accounts by namespace. */
record Accounts(
    List<Subject.ServiceAccount> all, Map<String, List<Subject.ServiceAccount>> byNamespace) {
  static Accounts of(List<Subject.ServiceAccount> all) {
    return new Accounts(
        all, all.stream().collect(Collectors.groupingBy(Subject.ServiceAccount::namespace)));
  }

  /** Returns the service accounts in {@code scope}. */
  List<Subject.ServiceAccount> in(Scope scope) {
    return scope instanceof Scope.Within(String namespace)
        ? byNamespace.getOrDefault(namespace, List.of())
        : all;
  }
}
