package dev.zonec.verifier.report;

import dev.zonec.model.label.LabelChanges;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.Relabelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a blast radius as maps and lists, ready for JSON.
 *
 * @param marks what is known about the workloads
 */
public record BlastData(BlastMarks marks) {
  /** Returns the parts of the document. */
  public Map<String, Object> of(BlastRadius radius) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("ends", radius.ends().stream().map(this::end).toList());
    out.put("reaches", radius.reached().stream().map(this::reached).toList());
    out.put("reachedFrom", radius.reaching().stream().map(this::reached).toList());
    out.put(
        "entrances",
        radius.entrances().stream()
            .map(row -> AnswerData.connection(row.from().label(), row.to().label(), row.ports()))
            .toList());
    return out;
  }

  /** Returns the part of the document about changed labels. */
  public Map<String, Object> of(Relabelling relabelling) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("namespaces", relabelling.namespaces());
    out.put("labels", List.copyOf(relabelling.keys()));
    out.put("reaches", relabelling.gains().stream().map(this::gain).toList());
    return out;
  }

  private Map<String, Object> gain(Relabelling.Gain gain) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("end", end(gain.end()));
    out.put("path", gain.path().stream().map(BlastData::hop).toList());
    return out;
  }

  private static Map<String, Object> hop(Relabelling.Hop hop) {
    Map<String, Object> out = hop(hop.hop());
    out.put("srcLabels", labels(hop.from()));
    out.put("dstLabels", labels(hop.to()));
    return out;
  }

  /** Returns the new value of each changed label; null if it is removed. */
  private static Map<String, @Nullable String> labels(LabelChanges changes) {
    Map<String, @Nullable String> out = new LinkedHashMap<>();
    changes.changes().forEach((key, value) -> out.put(key, value.orElse(null)));
    return out;
  }

  private Map<String, Object> reached(BlastRadius.Reached reached) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("end", end(reached.end()));
    out.put("path", reached.path().hops().stream().map(BlastData::hop).toList());
    return out;
  }

  private static Map<String, Object> hop(Answer.Hop hop) {
    return AnswerData.connection(hop.from().label(), hop.to().label(), hop.ports());
  }

  private Map<String, Object> end(AnswerEnd end) {
    BlastMarks.Mark mark = marks.of(end);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("label", end.label());
    if (!end.blocks().isEmpty()) {
      out.put("blocks", end.blocks().stream().map(Object::toString).toList());
    }
    out.put("zones", mark.zones());
    out.put("assertions", mark.assertions());
    out.put("secrets", List.copyOf(mark.holdings().secrets()));
    out.put("claims", List.copyOf(mark.holdings().claims()));
    out.put("serviceAccount", mark.holdings().serviceAccount());
    out.put("canChange", mark.powers());
    return out;
  }
}
