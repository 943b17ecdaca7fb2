package dev.zonec.response.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Cluster;
import dev.zonec.response.block.Block;
import dev.zonec.response.block.Blocking;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.RewrittenPolicy;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.RemovalProof;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.report.HopText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a change that blocks addresses and ports, with its proof.
 *
 * @param blocking the block that was asked for
 * @param attempts the changes that were tried
 * @param world the world before the change
 * @param cluster the address ranges of the cluster
 */
public record BlockText(Blocking blocking, Block.Attempts attempts, World world, Cluster cluster) {
  /** The most names in a line. */
  private static final int MOST = 5;

  /** Returns the problems of the change: that it is not proved, and why. */
  public List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    switch (attempts.last().result()) {
      case RemovalProof.Result.Proved proved -> {}
      case RemovalProof.Result.Possible(var connection) ->
          problems.add(
              withoutPolicies(
                  Diagnostic.error(Code.ZC1412, "no change blocks " + blocking.blocked())
                      .note(
                          "with all changes, a connection stays possible; a rule that decides"
                              + " first or that names a port allows it")
                      .note(connection(connection))
                      .help(
                          "change this rule; if it names a port, write the number, or permit a kind"
                              + " of policies that denies before it with `--with`, because each pod"
                              + " decides what the name stands for")));
      case RemovalProof.Result.Changed(var connection) ->
          problems.add(
              withoutPolicies(
                  Diagnostic.error(
                          Code.ZC1412,
                          "no change blocks "
                              + blocking.blocked()
                              + " and leaves everything else as it is")
                      .note(
                          connection.after().isAllowed()
                              ? "NetworkPolicies for pods that have none would allow a connection"
                                  + " that the Baseline tier denies"
                              : "a connection that is not to be blocked would be denied")
                      .note(connection(connection))));
      case RemovalProof.Result.Unknown(String reason) ->
          problems.add(
              Diagnostic.error(
                      Code.ZC1412, "it is not proved that the change blocks " + blocking.blocked())
                  .note(reason));
    }
    return problems;
  }

  private Diagnostic withoutPolicies(Diagnostic problem) {
    return attempts.tooMany().isEmpty()
        ? problem
        : problem.note(
            "NetworkPolicies were not tried: the pods that no policy selects in "
                + String.join(", ", attempts.tooMany())
                + " need too many new policies; a policy with `podSelector: {}` makes them"
                + " unnecessary");
  }

  private static String connection(ChangedConnection changed) {
    return String.join("\n", HopText.lines(changed, PolicyOrigins.NONE));
  }

  /** Returns the lines that say what was proved and what changes. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    Change change = attempts.last().change();
    lines.add("blocks " + blocking.blocked());
    lines.add(
        change.isEmpty()
            ? "  proved: no workload can exchange such traffic, without any change"
            : "  proved: no workload can exchange such traffic, and nothing else changes");
    for (NewObject each : change.added()) {
      lines.add("  new: " + each.kindAndName());
    }
    for (RewrittenPolicy each : change.rewritten()) {
      lines.add("  other rules: " + each.before());
    }
    return lines;
  }

  /** Returns the lines about what the change does not prevent, and about its side effects. */
  public List<String> stillPossible() {
    List<String> lines = new ArrayList<>();
    List<String> hosts =
        world.workloads().stream()
            .filter(each -> each.pod().hostNetwork())
            .map(Workload::label)
            .toList();
    lines.add(
        "pods on the host network, and the nodes: no policy restricts them"
            + (hosts.isEmpty()
                ? ""
                : "; "
                    + String.join(", ", hosts.subList(0, Math.min(MOST, hosts.size())))
                    + (hosts.size() > MOST ? " and " + (hosts.size() - MOST) + " more" : "")));
    lines.add("connections that are open already: most network plugins check new ones only");
    if (!blocking.blocked().blocks().isEmpty()) {
      lines.add(
          "callers whose address policies do not see, because a load balancer, a node or a NAT"
              + " replaces it: block the addresses at the edge too (--emit)");
      lines.add("connections through a proxy or an egress gateway outside of the pod");
    }
    if (attempts.last().result() instanceof RemovalProof.Result.Proved proved) {
      proved(proved, lines);
    }
    Change change = attempts.last().change();
    if (!change.rewritten().isEmpty()) {
      lines.add(
          "a tool that applies manifests again, such as Argo CD, restores the former rules: pause"
              + " it, or change the manifests");
    }
    boolean rules = !change.isEmpty() && isOfNamespaces(change);
    if (rules && !blocking.blocked().ports().isEmpty()) {
      lines.add(
          "rules without ports now have ports, so network plugins can deny protocols without"
              + " ports, such as ICMP");
    }
    if (rules && !blocking.blocked().blocks().isEmpty()) {
      lines.add(
          "rules without peers now list all other addresses and all pods; some network plugins,"
              + " such as Cilium, do not match nodes by address");
    }
    return lines;
  }

  private void proved(RemovalProof.Result.Proved proved, List<String> lines) {
    if (!proved.everyNamespace()) {
      lines.add(
          "pods in namespaces that are not read or do not exist yet: they need such policies too");
    }
    if (overlapsPods()) {
      lines.add(
          "pods that have one of the addresses: policies that select them by labels still admit"
              + " them, and those that admit them by address no longer do; `zonec incident"
              + " quarantine` cuts pods off");
    }
    proved
        .unsettled()
        .ifPresent(
            changed ->
                lines.add(
                    "side effect with some network plugins: another connection changes, such as "
                        + HopText.connection(
                            changed.from().label(), changed.to().label(), changed.transport())));
  }

  private boolean overlapsPods() {
    return Arrays.stream(Family.values())
        .anyMatch(
            family ->
                AddressSet.ofCidrs(family, blocking.blocked().blocks())
                    .overlaps(cluster.podAddresses(family)));
  }

  private static boolean isOfNamespaces(Change change) {
    return !change.rewritten().isEmpty()
        || change.added().stream().anyMatch(each -> !each.namespace().isEmpty());
  }

  /** Returns the text of the policies that the change adds. */
  public String policies() {
    return attempts.last().change().added().stream()
        .map(NewObject::text)
        .collect(Collectors.joining("---\n"));
  }
}
