package dev.zonec.response.report;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.command.SnapshotCommands;
import dev.zonec.response.snapshot.PlannedSnapshot;
import dev.zonec.response.snapshot.SnapshotPlan;
import java.util.List;
import java.util.Map;

/** Writes planned snapshots as maps and lists, ready for JSON. */
public final class SnapshotData {
  private SnapshotData() {}

  /** Returns the parts of the document. */
  public static Map<String, Object> of(
      SnapshotPlan plan, SnapshotCommands commands, List<String> notes) {
    return OrderedMap.of(
        "label",
        SnapshotPlan.EVIDENCE_LABEL + "=" + plan.id(),
        "snapshots",
        plan.snapshots().stream().map(SnapshotData::snapshot).toList(),
        "commands",
        OrderedMap.of(
            "take",
            commands.take(),
            "wait",
            commands.watch(),
            "restore",
            commands.restore(),
            "delete",
            commands.delete()),
        "notes",
        notes);
  }

  private static Map<String, Object> snapshot(PlannedSnapshot each) {
    Map<String, Object> out =
        OrderedMap.of(
            "namespace",
            each.snapshot().namespace(),
            "claim",
            each.claim(),
            "pods",
            each.pods(),
            "class",
            each.snapshotClass());
    each.driver().ifPresent(driver -> out.put("driver", driver));
    out.put("snapshot", each.snapshot().tree());
    each.restoring().map(NewObject::tree).ifPresent(tree -> out.put("restoringClaim", tree));
    return out;
  }
}
