package dev.zonec.verifier.exposure;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.query.WorkloadPatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Workloads whose policies admit the same peers in both directions.
 *
 * @param workloads their names, such as {@code shop/web (Deployment)}; <code>shop/&#42;</code> for
 *     all workloads of a namespace that has several, and <code>&#42;/&#42;</code> for all of the
 *     world
 * @param ingress the peers that may connect to each of them
 * @param egress the peers that each of them may connect to
 */
public record ExposureGroup(
    List<String> workloads, List<Exposure.Row> ingress, List<Exposure.Row> egress) {
  /** Copies the lists. */
  public ExposureGroup {
    workloads = List.copyOf(workloads);
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Returns a group for each workload. */
  public static List<ExposureGroup> single(List<Exposure> exposures) {
    return exposures.stream()
        .map(
            each ->
                new ExposureGroup(List.of(each.workload().label()), each.ingress(), each.egress()))
        .toList();
  }

  /** What the workloads of a group have in common. */
  private record Key(List<Exposure.Row> ingress, List<Exposure.Row> egress) {}

  /**
   * Returns the groups of {@code exposures}, which are those of all workloads of a world, in the
   * order of their first workloads. Each workload is in one group, whose rows are its own.
   */
  public static List<ExposureGroup> of(List<Exposure> exposures) {
    List<Workload> workloads = exposures.stream().map(Exposure::workload).toList();
    Map<Key, BitRow> members = new LinkedHashMap<>();
    for (int number = 0; number < exposures.size(); number++) {
      Exposure each = exposures.get(number);
      members
          .computeIfAbsent(
              new Key(each.ingress(), each.egress()), key -> BitRow.empty(workloads.size()))
          .set(number);
    }
    WorkloadPatterns patterns = new WorkloadPatterns(workloads);
    List<ExposureGroup> groups = new ArrayList<>();
    members.forEach(
        (key, set) ->
            groups.add(
                new ExposureGroup(patterns.of(set, Workload::label), key.ingress(), key.egress())));
    return groups;
  }
}
