package dev.zonec.access.escalation;

import dev.zonec.access.power.Right;
import dev.zonec.access.power.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rights of a subject, by scope, because a subject can have one in thousands of namespaces. */
final class HeldRights {
  private static final Scope CLUSTER = new Scope.Cluster();
  private static final Scope EVERY_NAMESPACE = new Scope.EveryNamespace();

  private final Map<Right, Map<Scope, List<Held>>> held = new EnumMap<>(Right.class);

  /** Adds a right; returns false if another one includes it. */
  boolean add(Held more) {
    Map<Scope, List<Held>> scopes =
        held.computeIfAbsent(more.right(), right -> new LinkedHashMap<>());
    boolean included =
        Stream.of(CLUSTER, EVERY_NAMESPACE, more.scope())
            .flatMap(scope -> scopes.getOrDefault(scope, List.of()).stream())
            .anyMatch(each -> each.includes(more));
    if (included) {
      return false;
    }
    List<Held> own = scopes.computeIfAbsent(more.scope(), scope -> new ArrayList<>());
    if (own.stream().anyMatch(each -> each.names().equals(more.names()))) {
      return false;
    }
    own.add(more);
    return true;
  }

  boolean has(Right right) {
    return held.containsKey(right);
  }

  /** Returns a copy of the rights of one kind. */
  List<Held> of(Right right) {
    return held.getOrDefault(right, Map.of()).values().stream()
        .flatMap(Collection::stream)
        .toList();
  }

  /** Returns all rights. */
  Map<Right, List<Held>> all() {
    Map<Right, List<Held>> all = new EnumMap<>(Right.class);
    held.keySet().forEach(right -> all.put(right, of(right)));
    return all;
  }
}
