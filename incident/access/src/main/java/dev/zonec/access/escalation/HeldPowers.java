package dev.zonec.access.escalation;

import dev.zonec.access.power.Names;
import dev.zonec.access.power.Power;
import dev.zonec.access.power.Right;
import dev.zonec.access.power.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The powers that rights amount to.
 *
 * @param held the rights
 * @param everything where every right is held
 */
record HeldPowers(Map<Right, List<Held>> held, List<Everything> everything) {
  /** Every right in a scope. */
  record Everything(Scope scope, Source source, List<Step> steps) {}

  /** Returns the powers, without those that others with as few steps include. */
  List<PowerHeld> powers() {
    List<PowerHeld> powers = new ArrayList<>();
    for (Everything each : everything) {
      keep(new PowerHeld(Power.EVERYTHING, each.scope(), each.source(), each.steps()), powers);
    }
    for (Power power : Power.values()) {
      for (Right right : power.rights()) {
        for (Held each : held.getOrDefault(right, List.of())) {
          for (Scope scope : scopes(each)) {
            keep(new PowerHeld(power, scope, each.source(), each.steps()), powers);
          }
        }
      }
    }
    return powers.stream().sorted(Comparator.comparing(PowerHeld::power)).toList();
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

  /** A power hides another one that includes no more and needs no fewer steps. */
  private static void keep(PowerHeld more, List<PowerHeld> powers) {
    if (powers.stream().noneMatch(each -> hides(each, more))) {
      powers.removeIf(each -> hides(more, each));
      powers.add(more);
    }
  }

  private static boolean hides(PowerHeld one, PowerHeld other) {
    return (one.power() == other.power() || one.power() == Power.EVERYTHING)
        && one.scope().covers(other.scope())
        && one.steps().size() <= other.steps().size();
  }
}
