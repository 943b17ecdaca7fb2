package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.DifferenceSummary;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.PathComparison;
import dev.zonec.verifier.diff.Region;
import dev.zonec.verifier.diff.RegionEnds;
import dev.zonec.verifier.diff.RegionPart;
import dev.zonec.verifier.diff.VerdictChange;
import dev.zonec.verifier.diff.WorkloadComparison;
import dev.zonec.verifier.exposure.PeerSet;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the difference between two sets of manifests as maps and lists for JSON.
 *
 * @param before the origins of the policies before the change
 * @param after the origins of the policies after the change
 */
public record DiffData(PolicyOrigins before, PolicyOrigins after) {
  /** The version of the format. */
  private static final int VERSION = 1;

  /** Returns the document of a run whose inputs cannot be used. */
  public static Map<String, Object> unusable(List<Diagnostic> problems) {
    Map<String, Object> out = head(problems);
    out.put("differs", false);
    out.put("complete", false);
    out.put("verdicts", List.of());
    return out;
  }

  private static Map<String, Object> head(List<Diagnostic> problems) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("format", "zonec-diff");
    out.put("version", VERSION);
    out.put("problems", problems.stream().map(DiagnosticData::of).toList());
    return out;
  }

  /**
   * Returns the document. A part for which the time ran out is missing.
   *
   * @param problems the problems of the inputs of both revisions
   * @param covered whether everything that could change the result was read
   */
  public Map<String, Object> of(
      List<Diagnostic> problems,
      boolean covered,
      Optional<OpenDifference> open,
      Optional<PathComparison.Result> paths,
      List<VerdictChange> verdicts,
      Optional<WorkloadComparison.Result> workloads) {
    DifferenceSummary summary = DifferenceSummary.of(open, paths, verdicts, workloads);
    Map<String, Object> out = head(problems);
    out.put("differs", summary.any());
    out.put("complete", covered && summary.complete());
    open.ifPresent(difference -> out.put("open", open(difference)));
    paths.ifPresent(
        result -> {
          out.put("paths", result.changes().stream().map(this::path).toList());
          out.put("undecidedPaths", result.undecided());
        });
    out.put("verdicts", verdicts.stream().map(DiffData::verdict).toList());
    workloads.ifPresent(
        result -> {
          Map<String, Object> found = new LinkedHashMap<>();
          found.put("changes", result.changes().stream().map(DiffData::change).toList());
          found.put("added", result.added());
          found.put("removed", result.removed());
          out.put("workloads", found);
        });
    return out;
  }

  private Map<String, Object> open(OpenDifference difference) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (difference) {
      case OpenDifference.SameRules same -> {
        out.put("status", "same-rules");
        out.put("more", List.of());
        out.put("less", List.of());
      }
      case OpenDifference.Exact(var more, var less, var unsettled) -> {
        out.put("status", "exact");
        out.put("more", more.stream().map(this::region).toList());
        out.put("less", less.stream().map(this::region).toList());
        out.put("unsettled", unsettled.stream().map(this::example).toList());
      }
      case OpenDifference.Unknown(String reason, var more, var less) -> {
        out.put("status", "unknown");
        out.put("reason", reason);
        out.put("moreExamples", more.stream().map(this::example).toList());
        out.put("lessExamples", less.stream().map(this::example).toList());
      }
    }
    return out;
  }

  private Map<String, Object> region(Region region) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", ends(region.from()));
    out.put("to", ends(region.to()));
    out.put("ports", region.ports());
    out.put(
        "families",
        region.families().stream()
            .map(family -> family.name().toLowerCase(java.util.Locale.ROOT))
            .sorted()
            .toList());
    out.put("examples", region.examples().stream().map(this::example).toList());
    out.put("moreReasons", region.moreReasons());
    return out;
  }

  private static Map<String, Object> ends(RegionEnds ends) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", RegionText.word(ends.cell().kind()));
    if (!ends.cell().name().isEmpty()) {
      out.put("name", ends.cell().name());
    }
    out.put("whole", ends.whole());
    out.put("parts", ends.parts().stream().map(DiffData::part).toList());
    out.put("workloads", RegionText.names(ends.deployed()));
    return out;
  }

  private static Map<String, Object> part(RegionPart part) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("text", RegionText.text(part));
    switch (part) {
      case RegionPart.Pods(PeerSet.Pods pods) -> {
        ExposureText.putNamespaces(out, pods.namespaces());
        out.put("namespaceLabels", pods.namespaceLabels());
        out.put("podLabels", pods.podLabels());
        out.put("addresses", pods.addresses());
      }
      case RegionPart.Addresses(var ranges) -> out.put("addresses", ranges);
      case RegionPart.AddressesExcept(var ranges) -> out.put("except", ranges);
    }
    return out;
  }

  private Map<String, Object> example(ChangedConnection example) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", example.from().label());
    out.put("to", example.to().label());
    out.put("port", example.transport().toString());
    out.put("allowedBefore", example.before().isAllowed());
    out.put("allowedAfter", example.after().isAllowed());
    List<String> lines = new RegionText(false, before, after).example(example);
    out.put("rules", lines.subList(1, lines.size()).stream().map(String::strip).toList());
    return out;
  }

  private Map<String, Object> path(PathComparison.PathChange change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", change.from().name());
    out.put("to", change.to().name());
    out.put("appears", change.appeared());
    List<Map<String, Object>> hops = new ArrayList<>();
    change
        .hops()
        .forEach(
            hop -> {
              Map<String, Object> data = new LinkedHashMap<>();
              data.put("from", hop.from().label());
              data.put("to", hop.to().label());
              data.put("port", hop.transport().toString());
              List<String> lines = HopText.lines(hop, change.appeared() ? after : before);
              data.put(
                  "rules", lines.subList(1, lines.size()).stream().map(String::strip).toList());
              hops.add(data);
            });
    out.put("hops", hops);
    return out;
  }

  private static Map<String, Object> verdict(VerdictChange change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("claim", DiffText.claim(change.claim()));
    out.put("before", DiffText.verdict(change.before()));
    out.put("after", DiffText.verdict(change.after()));
    out.put("worsens", change.worsens());
    return out;
  }

  private static Map<String, Object> change(WorkloadComparison.Change change) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", change.from().map(Object::toString).orElse(ConnectionsText.INGRESS));
    out.put("to", change.to().toString());
    out.put("before", change.before().map(Object::toString).orElse(""));
    out.put("after", change.after().map(Object::toString).orElse(""));
    return out;
  }
}
