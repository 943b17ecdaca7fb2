package dev.zonec.application.risk;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.kubernetes.world.Holdings;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workloads that an attacker looks for: those that an assertion protects, and those whose pods
 * use Secrets or persistent volumes.
 *
 * @param reasons why a workload is sensitive, by the number of the workload
 * @param zones the zones of each workload, by its number
 */
public record SensitiveWorkloads(Map<Integer, List<String>> reasons, List<List<String>> zones) {
  /** Copies the collections. */
  public SensitiveWorkloads {
    reasons = Map.copyOf(reasons);
    zones = List.copyOf(zones);
  }

  /**
   * Finds the sensitive workloads.
   *
   * @param workloads the workloads of the answer, in the order of their numbers
   */
  static SensitiveWorkloads of(List<Workload> workloads, ReadManifests read, ZoneProgram program) {
    Map<Integer, List<String>> reasons = new LinkedHashMap<>();
    List<List<String>> zones = new ArrayList<>();
    for (int number = 0; number < workloads.size(); number++) {
      Workload workload = workloads.get(number);
      List<String> found = new ArrayList<>();
      for (Assertion assertion : program.assertions()) {
        assertion.limited().stream()
            .filter(party -> isIn(workload, party))
            .findFirst()
            .ifPresent(party -> found.add("assertion " + assertion.name()));
      }
      Holdings held = read.inventory().holdings(workload);
      held.secrets().forEach(name -> found.add("Secret " + name));
      held.claims().forEach(name -> found.add("claim " + name));
      if (!found.isEmpty()) {
        reasons.put(number, List.copyOf(found));
      }
      zones.add(
          program.zones().stream()
              .filter(zone -> zone.contains(workload.pod()))
              .map(Party.Zone::name)
              .toList());
    }
    return new SensitiveWorkloads(reasons, zones);
  }

  /** Whether an assertion about {@code party} is about {@code workload} in particular. */
  private static boolean isIn(Workload workload, Party party) {
    return party instanceof Party.Zone && party.contains(workload.pod());
  }
}
