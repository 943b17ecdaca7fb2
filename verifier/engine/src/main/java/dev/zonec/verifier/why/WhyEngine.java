package dev.zonec.verifier.why;

import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.query.DeadEnd;
import dev.zonec.verifier.query.Place;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.query.Reasons;
import dev.zonec.verifier.query.Through;
import dev.zonec.verifier.query.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains why connections are allowed or denied. */
public final class WhyEngine {
  private final World world;
  private final ZoneProgram program;
  private final Reading reading;

  /**
   * @param world what the manifests declare
   * @param program whose names the question may use; it need not declare anything
   * @param reading how undefined points are resolved
   */
  public WhyEngine(World world, ZoneProgram program, Reading reading) {
    this.world = program.namespacesDeclared() ? world.withNamespacesDeclared() : world;
    this.program = program.withCluster(new ClusterAddresses(world, program.cluster()).seen());
    this.reading = reading;
  }

  /**
   * An explanation for each pair of ends and each set of reasons. Where the question names no
   * service, what is denied between two ends is explained only if nothing is allowed.
   */
  public List<Explanation> explain(Query query) {
    boolean every = !(query.service() instanceof Service.Anything);
    List<Told> told = new QueryEngine(world, program, reading).reasons(query);
    Map<List<Place>, List<Reasons>> pairs = new LinkedHashMap<>();
    List<Explanation> out = new ArrayList<>();
    for (Told each : told) {
      switch (each) {
        case DeadEnd end -> out.add(new Explanation.Nothing(end));
        case Reasons reasons ->
            pairs
                .computeIfAbsent(List.of(reasons.from(), reasons.to()), pair -> new ArrayList<>())
                .add(reasons);
      }
    }
    for (List<Reasons> pair : pairs.values()) {
      Deadline.check();
      boolean open = pair.stream().anyMatch(reasons -> reasons.decision().isAllowed());
      pair.stream()
          .filter(
              reasons ->
                  every
                      || !open
                      || reasons.decision().isAllowed()
                      || reasons.through().flatMap(Through::port).isPresent())
          .sorted(Comparator.comparing((Reasons reasons) -> !reasons.decision().isAllowed()))
          .map(reasons -> explain(reasons, every))
          .forEach(out::add);
    }
    return out;
  }

  private Explanation explain(Reasons reasons, boolean every) {
    Situation situation = new Situation(world, reading, program.cluster(), way(reasons));
    if (situation.decide(reasons.example()).isAllowed()) {
      return new Explanation.Allowed(reasons);
    }
    boolean single = reasons.through().flatMap(Through::port).isPresent();
    Goal goal = Goal.of(reasons, every || single);
    boolean everyAddress = goal.from().equals(reasons.from()) && goal.to().equals(reasons.to());
    return new Explanation.Denied(
        reasons,
        Blockers.of(situation, reasons.example()),
        new Explanation.Wanted(goal.ports(), everyAddress),
        new Remedies(situation, goal).find());
  }

  private static Situation.Way way(Reasons reasons) {
    return reasons
        .through()
        .map(
            through ->
                through.entrance().isPresent()
                    ? Situation.Way.BY_ENTRANCE
                    : through.port().isPresent()
                        ? Situation.Way.THROUGH_SERVICE
                        : Situation.Way.DIRECT)
        .orElse(Situation.Way.DIRECT);
  }
}
