package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports the members of zones that are on the host network.
 *
 * <p>Unless {@code host-network=pod} is settled, such a pod counts as its node, and claims are
 * about the other pods of the zone. See {@code spec/semantics.md}, "What is not modelled".
 *
 * @param world the declared objects
 * @param program the program
 * @param may the permissive reading, with the knobs that the user has settled
 */
public record HostNetworkText(World world, ZoneProgram program, Reading may) {
  private static final int MOST_FLOWS = 3;

  /**
   * Returns a gap if host-network pods are treated like other pods and there are cluster-scoped
   * policies: these never apply to such pods, and the proofs do not model the combination.
   */
  public List<Diagnostic> gaps() {
    if (!isSettledAs(Knob.HOST_NETWORK.permissive()) || world.clusterPolicies().isEmpty()) {
      return List.of();
    }
    return onHost().stream()
        .findFirst()
        .map(
            first ->
                Diagnostic.error(
                        Code.ZC0513, first.span(), first.label() + " is on the host network")
                    .note("cluster-scoped policies do not govern host-network pods")
                    .help("pass `--assume host-network=node`: such pods then count as nodes"))
        .stream()
        .toList();
  }

  /**
   * Returns a warning for each member of a zone on the host network, unless the knob is settled.
   *
   * @param canSettle whether the command has an option that settles the knob
   */
  public List<Diagnostic> warnings(boolean canSettle) {
    if (may.settled().containsKey(Knob.HOST_NETWORK)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Workload workload : onHost()) {
      zone(workload).ifPresent(zone -> found.add(warning(workload, zone, canSettle)));
    }
    return found;
  }

  /** Returns the lines of the summary, one for each zone with such members. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (isSettledAs(Knob.HOST_NETWORK.permissive())) {
      return lines;
    }
    for (Party.Zone zone : program.zones()) {
      long count = onHost().stream().filter(w -> zone.contains(w.pod())).count();
      if (count > 0) {
        lines.add(
            (count == 1 ? "1 pod" : count + " pods")
                + " of zone "
                + zone
                + (count == 1 ? " is" : " are")
                + " on the host network: no policy governs "
                + (count == 1 ? "it" : "them")
                + "; flows from "
                + (count == 1 ? "it" : "them")
                + " come from nodes");
      }
    }
    return lines;
  }

  /** Returns the assumption about host-network pods. */
  String assumption() {
    return onHost().isEmpty()
        ? "pods are not on the host network"
        : "pods on the host network are their nodes";
  }

  /** Whether the summary has to print {@link #assumption} in addition to the settled knobs. */
  boolean isAssumed() {
    return !isSettledAs(Knob.HOST_NETWORK.permissive()) || onHost().isEmpty();
  }

  private boolean isSettledAs(String answer) {
    return answer.equals(may.settled().get(Knob.HOST_NETWORK));
  }

  private List<Workload> onHost() {
    return world.workloads().stream().filter(w -> w.pod().hostNetwork()).toList();
  }

  private Optional<Party.Zone> zone(Workload workload) {
    return program.zones().stream().filter(zone -> zone.contains(workload.pod())).findFirst();
  }

  private Diagnostic warning(Workload workload, Party.Zone zone, boolean canSettle) {
    Diagnostic warning =
        Diagnostic.warning(
                Code.ZC0513,
                workload.span(),
                workload.label() + " is in zone `" + zone + "` and on the host network")
            .note("it counts as its node: the proofs for `" + zone + "` are about the other pods");
    List<Flow> flows =
        program.flows().stream()
            .filter(flow -> !flow.implied())
            .filter(
                flow -> flow.from().contains(workload.pod()) || flow.to().contains(workload.pod()))
            .limit(MOST_FLOWS)
            .toList();
    for (Flow flow : flows) {
      warning =
          warning.also(
              flow.span(), "may not apply to it: policies may see the address of its node only");
    }
    if (!flows.isEmpty()) {
      warning =
          warning.help("allow its node by its address: " + byAddress(flows.getFirst(), workload));
    }
    return !canSettle
        ? warning
        : warning.help(
            "pass `--assume host-network=node`, or `--assume host-network=pod` if your network"
                + " plugin applies policies to such pods");
  }

  private static String byAddress(Flow flow, Workload workload) {
    boolean from = flow.from().contains(workload.pod());
    return "`allow "
        + (from ? "nodes -> " + flow.to().name() : flow.from().name() + " -> nodes")
        + " : "
        + flow.service()
        + "`, `nodes` being their addresses";
  }
}
