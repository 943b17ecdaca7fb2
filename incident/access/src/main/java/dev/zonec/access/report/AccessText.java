package dev.zonec.access.report;

import dev.zonec.access.escalation.Carrier;
import dev.zonec.access.escalation.EscalationStep;
import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.escalation.Source;
import dev.zonec.access.power.Power;
import dev.zonec.access.power.Scope;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.access.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the answer about access for people. */
public final class AccessText {
  /** The greatest number of names in a sentence. */
  private static final int MOST_NAMES = 6;

  /** The greatest number of ways to powers that are listed for a subject. */
  private static final int MOST_REASONS = 10;

  private final AccessAnswer answer;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  private AccessText(AccessAnswer answer, boolean all) {
    this.answer = answer;
    this.all = all;
  }

  /**
   * Returns the lines of {@code answer}.
   *
   * @param all whether the parts of Kubernetes are listed one by one
   */
  public static List<String> lines(AccessAnswer answer, boolean all) {
    AccessText text = new AccessText(answer, all);
    text.summary();
    text.everything();
    text.others();
    text.kubernetes();
    text.limits();
    return text.lines;
  }

  private void summary() {
    if (answer.single()) {
      return;
    }
    int able = answer.listed().size();
    int carried = answer.carried();
    String examined = " (" + Counted.of(answer.examined(), "subject") + " examined).";
    String workloads =
        carried == 0
            ? ""
            : " Workloads carry " + (carried == 1 ? "1 of them." : carried + " of them.");
    lines.add(
        able == 0
            ? "No subject can undo the policies, apart from Kubernetes itself" + examined
            : Counted.of(able, "subject")
                + " can undo the policies, or what they rest on"
                + examined
                + workloads);
  }

  private void everything() {
    List<SubjectAnswer> whole = answer.listed().stream().filter(this::isWhole).toList();
    if (whole.isEmpty()) {
      return;
    }
    separate();
    lines.add(
        "everything in the cluster"
            + (answer.assertions().isPresent() ? "; every assertion rests on them" : ""));
    for (SubjectAnswer each : whole) {
      lines.add("  " + each.subject() + members(each));
      lines.add("      " + text(each.powers().powers().getFirst().source()));
    }
  }

  /** Whether a subject was given everything, and no workload carries it. */
  private boolean isWhole(SubjectAnswer each) {
    return !answer.single()
        && each.powers().isEverything()
        && each.powers().powers().getFirst().steps().isEmpty()
        && each.carriers().isEmpty();
  }

  private void others() {
    for (SubjectAnswer each : answer.listed()) {
      if (!isWhole(each)) {
        separate();
        lines.add(each.subject() + carriers(each) + members(each));
        powers(each);
      }
    }
  }

  private void powers(SubjectAnswer each) {
    if (each.powers().powers().isEmpty()) {
      lines.add("  nothing that a proof rests on");
      return;
    }
    // The same reason often gives several powers.
    Map<List<String>, List<PowerHeld>> byReason = new LinkedHashMap<>();
    for (PowerHeld held : each.powers().powers()) {
      byReason.computeIfAbsent(reasons(held), reason -> new ArrayList<>()).add(held);
    }
    byReason.entrySet().stream()
        .limit(all ? Long.MAX_VALUE : MOST_REASONS)
        .forEach(entry -> reason(entry.getKey(), entry.getValue()));
    if (!all && byReason.size() > MOST_REASONS) {
      lines.add("  and by " + (byReason.size() - MOST_REASONS) + " other ways; --all lists them");
    }
    answer.assertions().ifPresent(names -> lines.add("  " + assertions(each.assertions(), names)));
  }

  private void reason(List<String> reason, List<PowerHeld> held) {
    lines.add(
        "  " + held.stream().map(AccessText::title).distinct().collect(Collectors.joining("; ")));
    reason.forEach(line -> lines.add("      " + line));
  }

  private static String assertions(List<String> resting, List<String> all) {
    if (all.isEmpty()) {
      return "the program has no assertion";
    }
    if (resting.isEmpty()) {
      return "no assertion rests on it";
    }
    return resting.size()
        + " of "
        + Counted.of(all.size(), "assertion")
        + (resting.size() == 1 ? " rests" : " rest")
        + " on it: "
        + names(resting);
  }

  private static String title(PowerHeld held) {
    String where =
        switch (held.scope()) {
          case Scope.Cluster() ->
              held.power() == Power.EVERYTHING
                  ? " in the cluster"
                  : isOfCluster(held) ? "" : " in every namespace";
          case Scope.EveryNamespace() -> " in every namespace";
          case Scope.Within(String namespace) -> " in " + namespace;
        };
    return (held.certain() ? "" : "possibly ") + held.power().title() + where;
  }

  private static boolean isOfCluster(PowerHeld held) {
    return held.power() == Power.CLUSTER_POLICIES
        || held.power() == Power.ADMISSION
        || held.power() == Power.NAMESPACE_LABELS;
  }

  private static List<String> reasons(PowerHeld held) {
    List<String> reasons = new ArrayList<>();
    for (EscalationStep step : held.steps()) {
      reasons.add(step + ", by " + text(step.by()));
    }
    if (held.steps().isEmpty()) {
      reasons.add(text(held.source()));
    } else if (!held.steps().getLast().by().equals(held.source())) {
      reasons.add("then by " + text(held.source()));
    }
    return reasons;
  }

  private static String text(Source source) {
    return switch (source) {
      case Source.ByRule(var binding, var rule) ->
          "`" + binding + "` -> `" + binding.role() + "` (" + place(binding.span()) + ")";
      case Source.ByMasters() -> "the API server allows it everything";
    };
  }

  private static String place(Span span) {
    return span.source().name() + ":" + span.line();
  }

  private static String carriers(SubjectAnswer each) {
    List<Carrier> carriers = each.carriers();
    if (carriers.isEmpty()) {
      return "";
    }
    List<String> with = carriers.stream().filter(Carrier::token).map(Carrier::workload).toList();
    return with.isEmpty()
        ? ", of " + names(carriers.stream().map(Carrier::workload).toList()) + " without a token"
        : ", carried by " + names(with);
  }

  private String members(SubjectAnswer each) {
    List<SubjectAnswer> members = answer.members(each);
    if (members.isEmpty()) {
      return "";
    }
    List<String> workloads =
        members.stream()
            .flatMap(member -> member.carriers().stream())
            .filter(Carrier::token)
            .map(Carrier::workload)
            .toList();
    return ", with "
        + Counted.of(members.size(), "known member")
        + (workloads.isEmpty() ? "" : " and the workloads " + names(workloads));
  }

  private void separate() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private void kubernetes() {
    List<SubjectAnswer> builtin = answer.builtin();
    if (builtin.isEmpty()) {
      return;
    }
    lines.add("");
    List<String> names = builtin.stream().map(each -> each.subject().toString()).toList();
    lines.add("Kubernetes itself: " + (all ? String.join(", ", names) : names(names)));
    boolean masters = builtin.stream().anyMatch(each -> each.subject().equals(Subject.MASTERS));
    if (masters) {
      lines.add("  no role limits group system:masters: give nobody a certificate of this group");
    }
  }

  private void limits() {
    if (answer.single()) {
      return;
    }
    lines.add("");
    if (!answer.withoutPodSecurity().isEmpty()) {
      lines.add(
          "Pods that control their node can be run in "
              + names(List.copyOf(answer.withoutPodSecurity()))
              + ": no Pod Security level is enforced there. Such a pod reaches every pod of its"
              + " node.");
    }
    lines.add(
        "RBAC cannot limit a right to one label or field; an admission policy can (`zonec rbac"
            + " roles` writes one). It cannot require a second factor; the identity provider can.");
  }

  private static String names(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + (names.size() - MOST_NAMES)
            + " more";
  }
}
