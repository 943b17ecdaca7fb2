package dev.zonec.application.verify;

import dev.zonec.application.report.CauseGroup;
import dev.zonec.application.report.Entry;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups the diagnostics of findings that one rule causes. */
final class GroupedFindings {
  private GroupedFindings() {}

  /**
   * Returns {@code found} in its order. Findings that one hand-written or edited rule causes are
   * one diagnostic if there are many: the worst of them, with notes about the others.
   */
  static List<Diagnostic> of(
      Verify.Ready ready, VariantOutcome.Verified verified, List<Diagnostic> found) {
    Map<Diagnostic, CauseGroup> groups = new HashMap<>();
    Set<Diagnostic> known = Set.copyOf(found);
    List<Entry> violations =
        new FindingEntries(ready.sources(), verified, List.of())
            .violations().stream()
                .filter(entry -> entry.diagnostic().filter(known::contains).isPresent())
                .toList();
    for (CauseGroup group : CauseGroup.of(violations)) {
      group
          .entries()
          .forEach(entry -> entry.diagnostic().ifPresent(told -> groups.put(told, group)));
    }
    Set<CauseGroup> printed = new HashSet<>();
    List<Diagnostic> out = new ArrayList<>();
    for (Diagnostic each : found) {
      CauseGroup group = groups.get(each);
      if (group == null || group.hidden() == 0) {
        out.add(each);
      } else if (printed.add(group)) {
        out.addAll(group.diagnostics("`--all` prints them all"));
      }
    }
    return out;
  }
}
