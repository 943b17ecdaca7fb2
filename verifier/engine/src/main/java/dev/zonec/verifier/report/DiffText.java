package dev.zonec.verifier.report;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.PathComparison;
import dev.zonec.verifier.diff.Region;
import dev.zonec.verifier.diff.VerdictChange;
import dev.zonec.verifier.diff.WorkloadComparison;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes the difference between two sets of manifests as text. */
public final class DiffText {
  /** The most differences of a kind that are listed. */
  private static final int MOST = 20;

  private static final String EXAMPLE_INDENT = "      ";

  private static final String NOT_COVERED =
      "no difference in the policies that were read; inputs that were not read could differ";

  private final RegionText regions;
  private final PolicyOrigins before;
  private final PolicyOrigins after;
  private final boolean covered;
  private final int most;

  /**
   * @param zones whether a program names zones
   * @param before the origins of the policies before the change
   * @param after the origins of the policies after the change
   * @param covered whether everything that could change the result was read
   * @param all whether to list every difference
   */
  public DiffText(
      boolean zones, PolicyOrigins before, PolicyOrigins after, boolean covered, boolean all) {
    this.regions = new RegionText(zones, before, after);
    this.before = before;
    this.after = after;
    this.covered = covered;
    this.most = all ? Integer.MAX_VALUE : MOST;
  }

  /** Returns the lines about the difference for every pod that could exist. */
  public List<String> open(OpenDifference difference) {
    return switch (difference) {
      case OpenDifference.SameRules same when !covered -> List.of(NOT_COVERED);
      case OpenDifference.Exact exact when exact.none() && !covered -> List.of(NOT_COVERED);
      case OpenDifference.SameRules same ->
          List.of("no difference: both revisions have the same rules");
      case OpenDifference.Exact exact when exact.none() ->
          List.of(
              "no difference: both revisions allow the same connections, proved for every pod that"
                  + " could exist");
      case OpenDifference.Exact(var more, var less, var unsettled) -> {
        List<String> lines = new ArrayList<>();
        addRegions("more permissive", "+", more, lines);
        addRegions("less permissive", "-", less, lines);
        addExamples(
            "different only where the API leaves the result open; settle it with --assume",
            unsettled,
            lines);
        yield lines;
      }
      case OpenDifference.Unknown(String reason, var more, var less) -> {
        List<String> lines = new ArrayList<>();
        lines.add("the difference is not known completely: " + reason);
        addExamples("more permissive, for example", more, lines);
        addExamples("less permissive, for example", less, lines);
        yield lines;
      }
    };
  }

  private void addRegions(String title, String sign, List<Region> all, List<String> lines) {
    addSection(
        title,
        all.stream().sorted(Comparator.comparingInt(RegionText::rank)).toList(),
        region -> regions.lines(sign, region),
        lines);
  }

  private void addExamples(String title, List<ChangedConnection> examples, List<String> lines) {
    addSection(
        title,
        examples,
        example -> regions.example(example).stream().map(line -> EXAMPLE_INDENT + line).toList(),
        lines);
  }

  private <T> void addSection(
      String title, List<T> items, Function<T, List<String>> text, List<String> lines) {
    if (items.isEmpty()) {
      return;
    }
    lines.add(title + " (" + items.size() + "):");
    items.stream().limit(most).forEach(item -> lines.addAll(text.apply(item)));
    if (items.size() > most) {
      lines.add("  and " + (items.size() - most) + " more; --all lists them");
    }
  }

  /**
   * Returns the lines about paths that appear or vanish. A path of one hop is a connection, which
   * {@link #open} lists.
   */
  public List<String> paths(PathComparison.Result result) {
    List<String> lines = new ArrayList<>();
    List<PathComparison.PathChange> lateral =
        result.changes().stream().filter(change -> change.hops().size() > 1).toList();
    Set<Connection> shown = new HashSet<>();
    addSection(
        "lateral paths that appear",
        lateral.stream().filter(PathComparison.PathChange::appeared).toList(),
        change -> path("+", change, after, shown),
        lines);
    shown.clear();
    addSection(
        "lateral paths that vanish",
        lateral.stream().filter(change -> !change.appeared()).toList(),
        change -> path("-", change, before, shown),
        lines);
    addSection(
        "paths that are not decided", result.undecided(), pair -> List.of("  ? " + pair), lines);
    return lines;
  }

  /** The rules of a hop are listed only the first time, because paths often share hops. */
  private static List<String> path(
      String sign, PathComparison.PathChange change, PolicyOrigins origins, Set<Connection> shown) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + sign
            + " "
            + change.from().name()
            + " ~> "
            + change.to().name()
            + ", "
            + change.hops().size()
            + " hops");
    for (Hop hop : change.hops()) {
      List<String> text = HopText.lines(hop, origins);
      int kept = shown.add(hop.connection()) ? text.size() : 1;
      text.subList(0, kept).forEach(line -> lines.add("      " + line));
    }
    return lines;
  }

  /** Returns the lines about claims whose verdict differs. */
  public List<String> verdicts(List<VerdictChange> changes) {
    List<String> lines = new ArrayList<>();
    addSection(
        "verdicts that change",
        changes,
        change ->
            List.of(
                "  "
                    + (change.worsens() ? "!" : " ")
                    + " "
                    + claim(change.claim())
                    + ": "
                    + verdict(change.before())
                    + " -> "
                    + verdict(change.after())),
        lines);
    return lines;
  }

  /** Returns a claim in words. */
  public static String claim(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> "no undeclared connection";
      case Claim.NoBlockedFlow c -> "no blocked flow";
      case Claim.FreeEndsAdmit c -> "nothing else is blocked";
      case Claim.NoUndeclaredPath c -> "no undeclared path";
      case Claim.NoSharedPod(var zones) -> "disjoint zones " + zones;
      case Claim.Asserted(var assertion) ->
          "assert " + assertion.name() + " (" + assertion.span().fileAndLine() + ")";
    };
  }

  /** Returns a verdict in words. */
  public static String verdict(Optional<Verdict> verdict) {
    return verdict.map(VerificationSummary::word).orElse("not claimed");
  }

  /** Returns the lines about connections of declared workloads. */
  public List<String> workloads(WorkloadComparison.Result result) {
    List<String> lines = new ArrayList<>();
    addSection(
        "connections from outside the cluster to declared workloads that change",
        result.changes().stream().filter(DiffText::isExposure).toList(),
        change -> List.of(connection(change)),
        lines);
    addSection(
        "other connections of declared workloads that change",
        result.changes().stream().filter(change -> !isExposure(change)).toList(),
        change -> List.of(connection(change)),
        lines);
    addSection(
        "workloads that only the new revision declares",
        result.added(),
        label -> List.of("  + " + label),
        lines);
    addSection(
        "workloads that only the old revision declares",
        result.removed(),
        label -> List.of("  - " + label),
        lines);
    return lines;
  }

  private static boolean isExposure(WorkloadComparison.Change change) {
    return change.from().map(ConnectionTable.End.OfAddresses.class::isInstance).orElse(true);
  }

  private static String connection(WorkloadComparison.Change change) {
    String ends =
        change.from().map(Object::toString).orElse(ConnectionsText.INGRESS) + " -> " + change.to();
    String sign = change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
    OpenPorts last = change.after().or(change::before).orElseThrow();
    String ports =
        sign.equals("~") ? change.before().orElseThrow() + " becomes " + last : last.toString();
    return "  " + sign + " " + ends + " : " + ports;
  }
}
