package dev.zonec.importer.draft;

import dev.zonec.importer.plan.End;
import dev.zonec.importer.plan.Plan;
import dev.zonec.importer.plan.PlannedZone;
import dev.zonec.importer.set.PodCube;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses a name for every end of a plan.
 *
 * @param names the names by end, in the order in which the plan first uses them
 */
record EndNames(Map<End, String> names) {
  /** Copies the map. */
  EndNames {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  static EndNames of(Plan plan, NameProposal proposal) {
    Names free = new Names();
    Map<End, String> names = new LinkedHashMap<>();
    for (PlannedZone zone : plan.zones()) {
      names.put(new End.InZone(zone.pods()), free.assign(proposals(proposal, zone.pods())));
    }
    plan.flows().stream()
        .flatMap(flow -> Stream.concat(flow.from().stream(), flow.to().stream()))
        .distinct()
        .forEach(end -> outside(end, proposal, free).ifPresent(name -> names.put(end, name)));
    return new EndNames(names);
  }

  private static Optional<String> outside(End end, NameProposal proposal, Names free) {
    return switch (end) {
      case End.Anyone() -> Optional.of("any");
      case End.EveryPod() -> Optional.of("any-pod");
      case End.InZone zone -> Optional.empty();
      case End.Foreign(PodCube pods) -> Optional.of(free.assign(proposals(proposal, pods)));
      case End.Addresses(var blocks) -> Optional.of(free.assign(List.of(NameProposal.of(blocks))));
    };
  }

  /**
   * Returns the proposed names for {@code pods}. The second proposal begins with the namespace, for
   * pods with equal labels in several namespaces.
   */
  private static List<String> proposals(NameProposal proposal, PodCube pods) {
    List<String> all = new ArrayList<>();
    String name = proposal.of(pods);
    all.add(name);
    NameProposal.namespace(pods).ifPresent(namespace -> all.add(name + "-" + namespace));
    return all;
  }

  String name(End end) {
    return Optional.ofNullable(names.get(end))
        .orElseThrow(() -> new IllegalStateException("no name for " + end));
  }
}
