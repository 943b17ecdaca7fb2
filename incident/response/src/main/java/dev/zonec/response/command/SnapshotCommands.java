package dev.zonec.response.command;

import dev.zonec.response.snapshot.PlannedSnapshot;
import dev.zonec.response.snapshot.SnapshotPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of kubectl that take snapshots, wait for them, restore them and delete them.
 *
 * @param snapshots the file with the VolumeSnapshots
 * @param restoring the file with the claims that restore them; it can be the same file
 */
public record SnapshotCommands(SnapshotPlan plan, String snapshots, String restoring) {
  /** Returns the commands that take the snapshots. */
  public List<String> take() {
    return List.of(apply(snapshots, evidence()));
  }

  /** Returns the commands that wait until the snapshots are complete. */
  public List<String> watch() {
    List<String> commands = new ArrayList<>();
    for (String namespace : namespaces()) {
      commands.add(
          Shell.line("kubectl", "get", "volumesnapshot", "-n", namespace, "-l", evidence()));
      commands.add(
          Shell.line(
              "kubectl",
              "wait",
              "volumesnapshot",
              "-n",
              namespace,
              "-l",
              evidence(),
              "--for=jsonpath={.status.readyToUse}=true",
              "--timeout=30m"));
    }
    return commands;
  }

  /** Returns the commands that create volumes from the snapshots. */
  public List<String> restore() {
    return plan.snapshots().stream().anyMatch(each -> each.restoring().isPresent())
        ? List.of(apply(restoring, restored()))
        : List.of();
  }

  /** Returns the commands that delete the snapshots and the restored volumes. */
  public List<String> delete() {
    List<String> commands = new ArrayList<>();
    for (String namespace : namespaces()) {
      if (!restore().isEmpty()) {
        commands.add(Shell.line("kubectl", "delete", "pvc", "-n", namespace, "-l", restored()));
      }
      commands.add(
          Shell.line("kubectl", "delete", "volumesnapshot", "-n", namespace, "-l", evidence()));
    }
    return commands;
  }

  private String evidence() {
    return SnapshotPlan.EVIDENCE_LABEL + "=" + plan.id();
  }

  private String restored() {
    return SnapshotPlan.RESTORED_LABEL + "=" + plan.id();
  }

  private static String apply(String file, String label) {
    return Shell.line("kubectl", "apply", "-f", file, "-l", label);
  }

  private List<String> namespaces() {
    return plan.snapshots().stream()
        .map(PlannedSnapshot::snapshot)
        .map(each -> each.namespace())
        .distinct()
        .toList();
  }
}
