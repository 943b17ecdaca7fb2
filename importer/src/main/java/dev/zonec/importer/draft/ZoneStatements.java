package dev.zonec.importer.draft;

import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Nesting;
import dev.zonec.grammar.tree.Statement.ZoneDefault;
import dev.zonec.grammar.tree.Statement.ZoneDirection;
import dev.zonec.importer.plan.End;
import dev.zonec.importer.plan.Plan;
import dev.zonec.importer.plan.PlannedZone;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the zones of a plan as statements. */
final class ZoneStatements {
  private final Plan plan;
  private final EndNames ends;
  private final Map<PodCube, PlannedZone> zones = new HashMap<>();

  ZoneStatements(Plan plan, EndNames ends) {
    this.plan = plan;
    this.ends = ends;
    plan.zones().forEach(zone -> zones.put(zone.pods(), zone));
  }

  /** Whether fewer than half of the outermost zones deny the direction. */
  boolean isMostlyFree(Direction direction) {
    List<PlannedZone> outermost =
        plan.zones().stream().filter(zone -> zone.parent().isEmpty()).toList();
    long denied = outermost.stream().filter(zone -> zone.denied().contains(direction)).count();
    return 2 * denied < outermost.size();
  }

  List<Statement> statements() {
    return plan.zones().stream().map(this::zone).toList();
  }

  private Statement zone(PlannedZone zone) {
    Nesting nesting =
        zone.parent()
            .<Nesting>map(
                parent -> new Nesting.Inside(DraftWords.word(ends.name(new End.InZone(parent)))))
            .orElseGet(Nesting.TopLevel::new);
    return new Statement.Zone(
        Origins.ofPolicies(zone.policies()),
        DraftWords.word(ends.name(new End.InZone(zone.pods()))),
        nesting,
        new Statement.Tiering.Unnamed(),
        PodClauses.of(zone.parent().map(zone.pods()::beyond).orElse(zone.pods())),
        ownDefaults(zone),
        DraftWords.NOWHERE);
  }

  private List<ZoneDefault> ownDefaults(PlannedZone zone) {
    List<ZoneDefault> own = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      boolean allow = !zone.denied().contains(direction);
      boolean around =
          zone.parent()
              .map(zones::get)
              .map(parent -> !parent.denied().contains(direction))
              .orElseGet(() -> isMostlyFree(direction));
      if (allow != around) {
        ZoneDirection which =
            switch (direction) {
              case INGRESS -> ZoneDirection.INGRESS;
              case EGRESS -> ZoneDirection.EGRESS;
            };
        own.add(new ZoneDefault(which, allow, DraftWords.NOWHERE));
      }
    }
    return own;
  }
}
