package dev.zonec.application.graph;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The zones of a program, with the zones that they are in, and their tiers. */
final class NestedZones {
  private final ZoneProgram program;
  private final Map<String, String> outer = new HashMap<>();
  private final Map<String, Integer> tiers = new HashMap<>();
  private final Map<String, String> tierNames = new LinkedHashMap<>();

  NestedZones(LoadedVariant variant, ZoneProgram program) {
    this(program, outer(variant));
  }

  /**
   * @param outer the name of the zone around each zone that is in another one
   */
  NestedZones(ZoneProgram program, Map<String, String> outer) {
    this.program = program;
    this.outer.putAll(outer);
    program.assertions().stream()
        .filter(Assertion.TiersAdjacent.class::isInstance)
        .map(Assertion.TiersAdjacent.class::cast)
        .findFirst()
        .ifPresent(this::addTiers);
  }

  private static Map<String, String> outer(LoadedVariant variant) {
    Map<String, String> outer = new HashMap<>();
    for (ZoneSelection zone : variant.lowered().zones()) {
      if (zone.declaration().nesting() instanceof Nesting.Inside(var parent)) {
        outer.put(zone.zone().name(), parent.name());
      }
    }
    return outer;
  }

  private void addTiers(Assertion.TiersAdjacent claim) {
    for (Assertion.Tier tier : claim.tiers()) {
      for (Party zone : tier.zones()) {
        tiers.putIfAbsent(zone.name(), tierNames.size());
      }
      tierNames.put(tier.name(), tier.name());
    }
  }

  /** Returns the zones. */
  List<Party.Zone> all() {
    return program.zones();
  }

  /** Returns the names of the tiers that connections pass one after the other. */
  List<String> tierNames() {
    return List.copyOf(tierNames.keySet());
  }

  /** Returns the number of the tier that {@code zone} or a zone around it is in; -1 if none. */
  int tier(String zone) {
    Optional<String> around = Optional.of(zone);
    while (around.isPresent()) {
      if (tiers.containsKey(around.get())) {
        return tiers.getOrDefault(around.get(), -1);
      }
      around = outer(around.get());
    }
    return -1;
  }

  /** Returns the name of the zone around {@code zone}. */
  Optional<String> outer(String zone) {
    return Optional.ofNullable(outer.get(zone));
  }

  /** Whether another zone is in {@code zone}. */
  boolean hasInner(String zone) {
    return outer.containsValue(zone);
  }

  /** Returns the names of the zones with {@code pod} that have no other zone with it inside. */
  List<String> innermost(Endpoint.Pod pod) {
    List<String> containing = new ArrayList<>();
    Set<String> around = new HashSet<>();
    for (Party.Zone zone : program.zones()) {
      if (zone.contains(pod)) {
        containing.add(zone.name());
        outer(zone.name()).ifPresent(around::add);
      }
    }
    containing.removeIf(around::contains);
    return containing;
  }
}
