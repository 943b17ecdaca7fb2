package dev.zonec.verifier.finding;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.proof.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A finding without an id.
 *
 * @param kind the kind of the finding, for its id
 * @param facts the facts that distinguish it from other findings and do not change under unrelated
 *     edits: the claim, the parties of the ends, and the rules
 * @param details further facts that depend on the witnesses that were found: the ports, namespaces
 *     and names of the ends
 * @param finding creates the finding with its id
 */
record FindingDraft(
    String kind, List<String> facts, List<String> details, Function<FindingId, Finding> finding) {
  /** Creates a draft about {@code claim}. */
  static FindingDraft of(String kind, Claim claim, Function<FindingId, Finding> finding) {
    return new FindingDraft(kind, List.of(ClaimIdentity.of(claim)), List.of(), finding);
  }

  /** Returns the draft with one more fact. */
  FindingDraft about(String fact) {
    return new FindingDraft(kind, with(facts, fact), details, finding);
  }

  /**
   * Returns the draft with {@code hops}: their parties and rules become facts, their witnesses
   * become details.
   */
  FindingDraft about(List<FindingHop> hops) {
    List<String> extended = new ArrayList<>(facts);
    List<String> witnesses = new ArrayList<>(details);
    for (FindingHop hop : hops) {
      extended.add(String.join(",", hop.from()) + " -> " + String.join(",", hop.to()));
      if (!hop.hop().relabelled().isEmpty()) {
        extended.add("relabelled " + hop.hop().relabelled().changes());
      }
      for (FindingSide side : hop.sides()) {
        TreeSet<String> rules = new TreeSet<>();
        side.rules().forEach(rule -> rules.add(rule.effect() + " " + rule.identity()));
        extended.add(side.direction() + " " + side.side().admits() + " " + rules);
      }
      witnesses.add(hop.hop().from().label() + " -> " + hop.hop().to().label());
      witnesses.add(hop.hop().transport().toString());
    }
    return new FindingDraft(kind, extended, witnesses, finding);
  }

  /** Returns the draft of a violation as one that {@code acceptance} accepts. */
  FindingDraft acceptedBy(Acceptance acceptance) {
    return new FindingDraft(
        kind,
        facts,
        details,
        id ->
            switch (finding.apply(id)) {
              case Finding.Violation violation -> new Finding.Accepted(violation, acceptance);
              case Finding other ->
                  throw new IllegalStateException("only a violation can be accepted: " + other);
            });
  }

  private static List<String> with(List<String> texts, String text) {
    List<String> extended = new ArrayList<>(texts);
    extended.add(text);
    return List.copyOf(extended);
  }

  /** Returns the drafts without duplicates, such as findings about several stand-ins. */
  static List<FindingDraft> distinct(List<FindingDraft> drafts) {
    Map<List<Object>, FindingDraft> first = new LinkedHashMap<>();
    for (FindingDraft draft : drafts) {
      first.putIfAbsent(List.of(draft.kind, draft.facts, draft.details), draft);
    }
    return List.copyOf(first.values());
  }

  /**
   * Returns the findings, each with a unique id. The facts determine the id; the details are
   * included only if two findings have the same facts.
   */
  static List<Finding> named(List<FindingDraft> drafts) {
    Map<FindingId, Integer> counts = new LinkedHashMap<>();
    drafts.forEach(draft -> counts.merge(FindingId.of(draft.kind, draft.facts), 1, Integer::sum));
    Set<FindingId> taken = new LinkedHashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (FindingDraft draft : drafts) {
      FindingId id = FindingId.of(draft.kind, draft.facts);
      if (counts.getOrDefault(id, 1) > 1) {
        List<String> all = new ArrayList<>(draft.facts);
        all.addAll(draft.details);
        id = FindingId.of(draft.kind, all);
      }
      for (int attempt = 2; !taken.add(id); attempt++) {
        id = FindingId.of(draft.kind, with(draft.facts, draft.details + " " + attempt));
      }
      findings.add(draft.finding.apply(id));
    }
    return List.copyOf(findings);
  }
}
