package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of zones that share their node's network: most implementations do not govern them, and
 * cluster-scoped policies never do.
 */
final class HostNetworkMembers {
  private HostNetworkMembers() {}

  /** A gap for each, unless they are {@code likePods} to every policy that is there. */
  static List<Gap> of(World world, ZoneProgram program, boolean likePods) {
    List<Gap> gaps = new ArrayList<>();
    if (likePods && world.clusterPolicies().isEmpty()) {
      return gaps;
    }
    for (Workload workload : world.workloads()) {
      if (workload.pod().hostNetwork()) {
        program.zones().stream()
            .filter(zone -> zone.contains(workload.pod()))
            .findFirst()
            .ifPresent(zone -> gaps.add(gap(workload, zone, likePods)));
      }
    }
    return gaps;
  }

  private static Gap gap(Workload workload, Party.Zone zone, boolean likePods) {
    Diagnostic gap =
        Diagnostic.error(
            Code.ZC0513,
            workload.site(),
            workload.label() + " is in zone `" + zone + "` and on the host network");
    return new Gap(
        likePods
            ? gap.note("cluster-scoped policies do not govern host-network pods")
            : gap.note("whether policies govern host-network pods depends on the implementation")
                .help("settle it with `--assume host-network=pod` if yours treats them like pods"));
  }
}
