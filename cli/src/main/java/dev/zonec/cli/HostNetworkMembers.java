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

/** Members of zones that share their node's network: most implementations do not govern them. */
final class HostNetworkMembers {
  private HostNetworkMembers() {}

  static List<Gap> of(World world, ZoneProgram program) {
    List<Gap> gaps = new ArrayList<>();
    for (Workload workload : world.workloads()) {
      if (workload.pod().hostNetwork()) {
        program.zones().stream()
            .filter(zone -> zone.contains(workload.pod()))
            .findFirst()
            .ifPresent(zone -> gaps.add(gap(workload, zone)));
      }
    }
    return gaps;
  }

  private static Gap gap(Workload workload, Party.Zone zone) {
    return new Gap(
        Diagnostic.error(
                Code.ZC0513,
                workload.site(),
                workload.label() + " is in zone `" + zone + "` and on the host network")
            .note("whether policies govern host-network pods depends on the implementation")
            .help("settle it with `--assume host-network=pod` if yours treats them like pods"));
  }
}
