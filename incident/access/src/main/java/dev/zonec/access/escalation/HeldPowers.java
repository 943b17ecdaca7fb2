package dev.zonec.access.escalation;

import dev.zonec.access.power.Names;
import dev.zonec.access.power.Power;
import dev.zonec.access.power.Right;
import dev.zonec.access.power.Scope;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The powers that rights amount to.
 *
 * @param held the rights
 * @param everything where every right is held
 */
record HeldPowers(Map<Right, List<Held>> held, List<Everything> everything) {
  /** Every right in a scope. */
  record Everything(Scope scope, Source source, List<EscalationStep> steps) {}

  private record In(Power power, Scope scope) {}

  /** Returns the powers, without those that others with as few steps include. */
  List<PowerHeld> powers() {
    // A subject can have a power in thousands of namespaces, so each is looked up by its scope.
    Map<In, PowerHeld> shortest = new LinkedHashMap<>();
    for (Everything each : everything) {
      keep(new PowerHeld(Power.EVERYTHING, each.scope(), each.source(), each.steps()), shortest);
    }
    for (Power power : Power.values()) {
      for (Right right : power.rights()) {
        for (Held each : held.getOrDefault(right, List.of())) {
          for (Scope scope : scopes(each)) {
            keep(new PowerHeld(power, scope, each.source(), each.steps()), shortest);
          }
        }
      }
    }
    return shortest.values().stream()
        .filter(each -> !isHidden(each, shortest))
        .sorted(Comparator.comparing(PowerHeld::power))
        .toList();
  }

  private static void keep(PowerHeld more, Map<In, PowerHeld> shortest) {
    shortest.merge(
        new In(more.power(), more.scope()),
        more,
        (one, other) -> one.steps().size() <= other.steps().size() ? one : other);
  }

  /** Whether a power that includes this one needs no more steps. */
  private static boolean isHidden(PowerHeld held, Map<In, PowerHeld> shortest) {
    for (Power power : EnumSet.of(Power.EVERYTHING, held.power())) {
      for (Scope scope : List.of(new Scope.Cluster(), new Scope.EveryNamespace(), held.scope())) {
        Optional<PowerHeld> wider = Optional.ofNullable(shortest.get(new In(power, scope)));
        if (wider.isPresent()
            && !wider.get().equals(held)
            && scope.covers(held.scope())
            && wider.get().steps().size() <= held.steps().size()) {
          return true;
        }
      }
    }
    return false;
  }

  /** A right on Namespaces is limited to the namespaces that it names. */
  private static List<Scope> scopes(Held each) {
    boolean ofNamespaces =
        each.right() == Right.NAMESPACE_LABELS || each.right() == Right.DELETE_NAMESPACES;
    if (!ofNamespaces || !(each.names() instanceof Names.Only(Set<String> names))) {
      return List.of(each.scope());
    }
    return names.stream()
        .sorted()
        .<Scope>map(Scope.Within::new)
        .filter(each.scope()::covers)
        .toList();
  }
}
