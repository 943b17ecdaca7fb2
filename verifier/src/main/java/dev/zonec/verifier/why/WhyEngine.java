package dev.zonec.verifier.why;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Place;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.query.Reasons;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
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
    this.world = world;
    this.program = program;
    this.reading = reading;
  }

  /**
   * An explanation for each pair of ends and each set of reasons. Where the question names no
   * service, what is denied between two ends is explained only if nothing is allowed.
   */
  public List<Explanation> explain(Query query) {
    Map<List<Place>, List<Reasons>> pairs = new LinkedHashMap<>();
    for (Reasons reasons : new QueryEngine(world, program, reading).reasons(query)) {
      pairs
          .computeIfAbsent(List.of(reasons.from(), reasons.to()), pair -> new ArrayList<>())
          .add(reasons);
    }
    boolean all = query.service() instanceof Service.Anything;
    List<Explanation> out = new ArrayList<>();
    for (List<Reasons> pair : pairs.values()) {
      boolean open = pair.stream().anyMatch(reasons -> reasons.decision().isAllowed());
      pair.stream()
          .filter(reasons -> !all || !open || reasons.decision().isAllowed())
          .sorted(Comparator.comparing((Reasons reasons) -> !reasons.decision().isAllowed()))
          .map(this::explain)
          .forEach(out::add);
    }
    return out;
  }

  private Explanation explain(Reasons reasons) {
    if (reasons.decision().isAllowed()) {
      return new Explanation.Allowed(reasons);
    }
    Situation situation = new Situation(world, reading, program.cluster());
    List<Blocker> blockers = Blockers.of(situation, reasons.example());
    Remedy remedy = new Remedies(situation, reasons.example()).against(blockers);
    return new Explanation.Denied(reasons, blockers, remedy);
  }
}
