package dev.zonec.response.report;

import dev.zonec.response.change.Change;
import dev.zonec.response.change.NarrowedSubject;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.Relabelling;
import dev.zonec.response.command.Commands;
import dev.zonec.response.quarantine.Isolation;
import dev.zonec.response.quarantine.Quarantine;
import dev.zonec.response.quarantine.Target;
import dev.zonec.response.quarantine.TargetPods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a change that isolates pods as maps and lists, ready for JSON. */
public final class QuarantineData {
  private QuarantineData() {}

  /**
   * Returns the parts of the document.
   *
   * @param file the file that the commands apply
   * @param assumptions what the proof rests on
   * @param notes what the isolation does not prevent
   */
  public static Map<String, Object> of(
      Isolation isolation,
      Quarantine.Attempt attempt,
      Commands commands,
      String file,
      List<String> assumptions,
      List<String> notes) {
    Change change = attempt.change();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("label", Quarantine.LABEL + "=" + isolation.id());
    out.put("pods", pods(isolation));
    out.put("proved", attempt.isolated().holds());
    out.put("assuming", assumptions);
    out.put("policies", change.added().stream().map(NewObject::tree).toList());
    out.put(
        "narrowed",
        change.narrowed().stream().map(NarrowedSubject::policy).map(Object::toString).toList());
    out.put("relabelled", change.relabelled().stream().map(QuarantineData::relabelled).toList());
    out.put("program", attempt.program());
    out.put("apply", commands.apply(file));
    out.put("undo", commands.undo());
    out.put("stillPossible", notes);
    return out;
  }

  private static List<Map<String, Object>> pods(Isolation isolation) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Target target : isolation.targets()) {
      for (TargetPods pods : target.pods()) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workload", pods.workload().label());
        out.put("names", List.copyOf(pods.named().keySet()));
        all.add(out);
      }
    }
    return all;
  }

  private static Map<String, Object> relabelled(Relabelling change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("namespace", change.namespace());
    out.put("set", change.set());
    out.put("removed", List.copyOf(change.removed()));
    return out;
  }
}
