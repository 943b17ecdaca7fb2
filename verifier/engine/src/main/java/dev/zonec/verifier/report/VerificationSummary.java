package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deployed.DeployedZones;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.proof.WorldKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summary at the end of a run: the proved policies, the verdicts and the assumptions.
 *
 * @param program the program
 * @param world the world
 * @param may the permissive reading, with the knobs that the user has settled
 * @param proved the policies that were verified
 * @param asOf the day for which expiry was evaluated
 * @param coverage the namespaces whose policies the world contains
 * @param ends the addresses of the API server and the nodes, as far as objects show them
 * @param patterns the namespaces of the program's patterns
 * @param pods the pods that the verdicts are about
 */
public record VerificationSummary(
    ZoneProgram program,
    World world,
    Reading may,
    ProvedPolicies proved,
    LocalDate asOf,
    Coverage coverage,
    FoundEnds ends,
    PatternNamespaces patterns,
    WorldKind pods) {
  private static final int WIDTH = 96;

  /** The maximum number of deployed workloads that are named. */
  private static final int MOST_NAMED = 12;

  /**
   * Returns the lines, wrapped to the width of a terminal.
   *
   * @param deployed the zones that contain no deployed pods
   * @param given whether the user gave manifests
   */
  public List<String> lines(VerificationResult result, DeployedZones deployed, boolean given) {
    List<String> lines = new ArrayList<>(deployedOnly());
    lines.add(policies());
    if (world.workloads().isEmpty()) {
      lines.add(
          (given ? "no workloads in the manifests" : "no manifests given")
              + ": nothing shows whether the zones have pods");
    }
    lines.addAll(wrapped("read in part: ", unreadPolicies()));
    lines.add(
        claim(result, "no undeclared connection", c -> c instanceof Claim.NoUndeclaredConnection));
    lines.add(claim(result, "no blocked flow", c -> c instanceof Claim.NoBlockedFlow));
    lines.add(claim(result, "no undeclared path", c -> c instanceof Claim.NoUndeclaredPath));
    SortedSet<String> vacuous = vacuous(result, deployed);
    lines.add(assertions(result, vacuous) + " · " + world(pods) + " world · as of " + asOf);
    if (!vacuous.isEmpty()) {
      lines.addAll(
          wrapped("vacuous, no pod of the manifests is in their zones: ", List.copyOf(vacuous)));
    }
    lines.addAll(WaiverText.used(result));
    int accepted = result.accepted().violations().size();
    if (accepted > 0) {
      lines.add(
          (accepted == 1 ? "1 finding is" : accepted + " findings are")
              + " accepted; -v lists what is accepted and what holds");
    }
    PatternText text = new PatternText(patterns);
    text.namespaces().forEach(one -> lines.addAll(wrapped(one.head(), one.names())));
    lines.addAll(new HostNetworkText(world, program, may).lines());
    List<String> labels = LabelText.parts(program);
    if (!labels.isEmpty()) {
      lines.addAll(wrapped("trusting labels: ", labels));
    }
    lines.addAll(assuming(result));
    return lines;
  }

  /** Returns the assumptions of the verdicts as lines, wrapped to the width of a terminal. */
  public List<String> assuming(VerificationResult result) {
    return wrapped("assuming: ", withFewPairs(assumptions(result)));
  }

  /** Counts most pairs of zones that are assumed to share no pod, if there are many. */
  private static List<String> withFewPairs(List<String> assumptions) {
    long pairs = assumptions.stream().filter(Assumptions::isPair).count();
    if (pairs <= MOST_NAMED) {
      return assumptions;
    }
    List<String> few = new ArrayList<>();
    int named = 0;
    for (String assumption : assumptions) {
      if (!Assumptions.isPair(assumption)) {
        few.add(assumption);
      } else if (named < MOST_NAMED) {
        few.add(assumption);
        named++;
        if (named == MOST_NAMED) {
          few.add((pairs - MOST_NAMED) + " more pairs of zones share no pod");
        }
      }
    }
    return few;
  }

  /** Returns {@code open} or {@code closed}. */
  static String world(WorldKind pods) {
    return switch (pods) {
      case OPEN -> "open";
      case CLOSED -> "closed";
    };
  }

  /** Returns the pods that a closed world has, as lines; none for the open world. */
  private List<String> deployedOnly() {
    return switch (pods) {
      case OPEN -> List.of();
      case CLOSED -> {
        List<String> lines = new ArrayList<>();
        List<String> workloads = deployedWorkloads();
        long namespaces =
            deployed().map(workload -> workload.pod().namespace().name()).distinct().count();
        lines.add(
            "closed world: "
                + Counted.of(workloads.size(), "workload")
                + " in "
                + Counted.of(namespaces, "namespace")
                + ", and addresses outside; no verdict covers pods that are deployed later");
        lines.addAll(wrapped("deployed: ", shortened(workloads, MOST_NAMED)));
        yield lines;
      }
    };
  }

  /** Returns the first {@code most} names, and how many more there are. */
  static List<String> shortened(List<String> names, int most) {
    if (names.size() <= most) {
      return names;
    }
    List<String> some = new ArrayList<>(names.subList(0, most));
    some.add("and " + (names.size() - most) + " more");
    return some;
  }

  /** Returns the names of the workloads whose pods exist in a closed world. */
  public List<String> deployedWorkloads() {
    return deployed().map(Workload::label).distinct().toList();
  }

  private Stream<Workload> deployed() {
    return world.workloads().stream().filter(workload -> !workload.pod().hostNetwork());
  }

  private String policies() {
    List<Policy> policies =
        world.policies().stream()
            .filter(policy -> !patterns.standIns().contains(policy.namespace()))
            .toList();
    long generated = policies.stream().filter(Policy::generated).count();
    long written = policies.size() - generated;
    int cluster = world.clusterPolicies().size();
    return proved.label()
        + ": "
        + generated
        + " "
        + proved.generated()
        + " and "
        + written
        + " hand-written policies"
        + (cluster == 0 ? "" : ", " + cluster + " cluster-scoped");
  }

  /** Returns the policies that were not read; empty if all were read. */
  private List<String> unreadPolicies() {
    return switch (coverage) {
      case Coverage.Whole() -> List.of();
      case Coverage.Without(var unread) ->
          List.of("the policies of " + Counted.of(unread.size(), "namespace") + " were not read");
      case Coverage.Only(var read) ->
          List.of("only the policies of " + String.join(", ", read) + " were read");
    };
  }

  private static List<String> wrapped(String head, List<String> parts) {
    List<String> lines = new ArrayList<>();
    if (parts.isEmpty()) {
      return lines;
    }
    StringBuilder line = new StringBuilder(head);
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i) + (i + 1 < parts.size() ? "; " : "");
      if (line.length() + part.length() > WIDTH && line.length() > head.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(head.length()));
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String claim(VerificationResult result, String text, Predicate<Claim> which) {
    String verdict =
        result.verdicts().stream()
            .filter(decided -> which.test(decided.claim()))
            .map(decided -> word(decided.verdict()) + reason(decided, result))
            .findFirst()
            .orElse("not asked");
    return text + ": " + verdict;
  }

  /** Returns the reason for a moot claim, which no diagnostic gives. */
  private static String reason(ClaimVerdict decided, VerificationResult result) {
    boolean follows =
        decided.claim() instanceof Claim.NoUndeclaredPath
            && decided.verdict() instanceof Verdict.Inconclusive
            && result.verdicts().stream()
                .anyMatch(
                    other ->
                        other.claim() instanceof Claim.NoUndeclaredConnection
                            && other.verdict() instanceof Verdict.Refuted);
    return follows ? ", because there is an undeclared connection" : "";
  }

  /** Returns a verdict in words. */
  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved proved -> "proved";
      case Verdict.Waived waived -> "proved with waivers";
      case Verdict.Accepted accepted -> "proved except for accepted findings";
      case Verdict.Refuted refuted -> "failed";
      case Verdict.Inconclusive inconclusive -> "inconclusive";
      case Verdict.EmptyParty empty -> "about an empty zone";
    };
  }

  /** Returns the names of the assertions that are proved but concern no deployed pod. */
  public static SortedSet<String> vacuous(VerificationResult result, DeployedZones deployed) {
    SortedSet<String> names = new TreeSet<>();
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.Asserted(Assertion assertion)
          && decided.verdict() instanceof Verdict.Proved
          && deployed.isVacuous(assertion)) {
        names.add(assertion.name());
      }
    }
    return names;
  }

  private static String word(ClaimVerdict decided, SortedSet<String> vacuous) {
    return decided.claim() instanceof Claim.Asserted(Assertion assertion)
            && vacuous.contains(assertion.name())
        ? "vacuous"
        : word(decided.verdict());
  }

  private static String assertions(VerificationResult result, SortedSet<String> vacuous) {
    List<ClaimVerdict> asserted =
        result.verdicts().stream()
            .filter(decided -> decided.claim() instanceof Claim.Asserted)
            .toList();
    TreeMap<String, Integer> counts = new TreeMap<>();
    asserted.forEach(decided -> counts.merge(word(decided, vacuous), 1, Integer::sum));
    String parts =
        List.of(
                "proved",
                "vacuous",
                "proved with waivers",
                "proved except for accepted findings",
                "failed",
                "inconclusive",
                "about an empty zone")
            .stream()
            .filter(counts::containsKey)
            .map(word -> counts.get(word) + " " + word)
            .collect(Collectors.joining(", "));
    int count = asserted.size();
    return count == 0
        ? "no assertions"
        : (count == 1 ? "1 assertion: " : count + " assertions: ") + parts;
  }

  /** Returns the assumptions of the verdicts, one clause each. */
  public List<String> assumptions(VerificationResult result) {
    List<String> assumptions = new ArrayList<>();
    if (pods == WorldKind.CLOSED) {
      assumptions.add("only the workloads of the manifests are deployed, with any number of pods");
    }
    assumptions.addAll(new Assumptions(program, world, may, ends, patterns).of(result));
    return assumptions;
  }
}
