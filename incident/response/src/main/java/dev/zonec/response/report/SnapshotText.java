package dev.zonec.response.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.command.SnapshotCommands;
import dev.zonec.response.snapshot.PlannedSnapshot;
import dev.zonec.response.snapshot.SnapshotPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes planned snapshots as YAML documents and as lines of text. */
public record SnapshotText(SnapshotPlan plan) {
  /** Returns the VolumeSnapshots as YAML documents. */
  public String snapshots() {
    return NewObject.stream(plan.snapshots().stream().map(PlannedSnapshot::snapshot).toList());
  }

  /** Returns the claims that restore them as YAML documents. */
  public String restoring() {
    return NewObject.stream(
        plan.snapshots().stream()
            .map(PlannedSnapshot::restoring)
            .flatMap(Optional::stream)
            .toList());
  }

  /** Returns all documents, with the commands as comments. */
  public String whole(SnapshotCommands commands) {
    if (plan.snapshots().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    sections(commands)
        .forEach(
            section -> {
              text.append("# ").append(section.title()).append('\n');
              section.lines().forEach(line -> text.append("#   ").append(line).append('\n'));
            });
    text.append(snapshots());
    if (!restoring().isEmpty()) {
      text.append("---\n# the claims that restore them\n").append(restoring());
    }
    return text.toString();
  }

  /** A list of commands with its title. */
  public record Section(String title, List<String> lines) {}

  /** Returns the commands, in the order of their use. */
  public List<Section> sections(SnapshotCommands commands) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("to take the snapshots:", commands.take()));
    sections.add(new Section("to wait until they are ready:", commands.watch()));
    sections.add(new Section("to restore them:", commands.restore()));
    sections.add(new Section("to delete them:", commands.delete()));
    return sections.stream().filter(section -> !section.lines().isEmpty()).toList();
  }

  /** Returns a line for the whole, one for each snapshot, and notes. */
  public List<String> summary(String end) {
    List<String> lines = new ArrayList<>();
    if (plan.snapshots().isEmpty()) {
      lines.add(plan.problems().isEmpty() ? end + " mounts no claims" : "no snapshot of " + end);
      return lines;
    }
    lines.add(Counted.of(plan.snapshots().size(), "snapshot") + " of " + end);
    for (PlannedSnapshot each : plan.snapshots()) {
      lines.add(
          "  "
              + each.snapshot().namespace()
              + "/"
              + each.claim()
              + ", mounted by "
              + pods(each.pods())
              + ": class "
              + each.snapshotClass()
              + each.driver().map(driver -> ", driver " + driver).orElse(""));
    }
    return lines;
  }

  private static String pods(List<String> pods) {
    return pods.size() <= 3
        ? String.join(", ", pods)
        : String.join(", ", pods.subList(0, 2)) + " and " + (pods.size() - 2) + " more";
  }

  /** Returns what the user should know about the snapshots. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    String deleting =
        plan.snapshots().stream()
            .filter(PlannedSnapshot::deletes)
            .map(PlannedSnapshot::snapshotClass)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!deleting.isEmpty()) {
      notes.add(
          "the class "
              + deleting
              + " has the deletion policy Delete: the data go with the VolumeSnapshot or its"
              + " namespace; a class with the policy Retain keeps them");
    }
    plan.snapshots().stream()
        .filter(each -> each.restoring().isEmpty())
        .forEach(
            each ->
                notes.add(
                    "no claim restores "
                        + each.snapshot().namespace()
                        + "/"
                        + each.claim()
                        + ", because its size and access modes are not known"));
    if (!plan.snapshots().isEmpty()) {
      notes.add("a snapshot of a running pod is like a disk after a power failure");
    }
    return notes;
  }
}
