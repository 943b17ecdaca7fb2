package dev.zonec.verifier.finding;

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
 * A finding that has no id yet.
 *
 * @param kind the kind of the finding, for its id
 * @param facts what tells it from other findings and does not change under unrelated edits: the
 *     claim, the parties of the ends, the rules
 * @param details what also tells it from others, but depends on the witnesses that were found: the
 *     ports, namespaces and names of the ends
 * @param finding makes the finding
 */
record FindingDraft(
    String kind, List<String> facts, List<String> details, Function<FindingId, Finding> finding) {
  static FindingDraft of(String kind, Claim claim, Function<FindingId, Finding> finding) {
    return new FindingDraft(kind, List.of(ClaimIdentity.of(claim)), List.of(), finding);
  }

  FindingDraft about(String fact) {
    return new FindingDraft(kind, with(facts, fact), details, finding);
  }

  /** The same about {@code hops}: their parties and rules are facts, their witnesses details. */
  FindingDraft about(List<FindingHop> hops) {
    List<String> more = new ArrayList<>(facts);
    List<String> witnesses = new ArrayList<>(details);
    for (FindingHop hop : hops) {
      more.add(String.join(",", hop.from()) + " -> " + String.join(",", hop.to()));
      for (FindingSide side : hop.sides()) {
        TreeSet<String> rules = new TreeSet<>();
        side.rules().forEach(rule -> rules.add(rule.effect() + " " + rule.identity()));
        more.add(side.direction() + " " + side.side().admits() + " " + rules);
      }
      witnesses.add(hop.hop().from().label() + " -> " + hop.hop().to().label());
      witnesses.add(hop.hop().transport().toString());
    }
    return new FindingDraft(kind, more, witnesses, finding);
  }

  private static List<String> with(List<String> texts, String text) {
    List<String> more = new ArrayList<>(texts);
    more.add(text);
    return List.copyOf(more);
  }

  /** The drafts without those that say the same as another one, such as for another stand-in. */
  static List<FindingDraft> distinct(List<FindingDraft> drafts) {
    Map<List<Object>, FindingDraft> first = new LinkedHashMap<>();
    for (FindingDraft draft : drafts) {
      first.putIfAbsent(List.of(draft.kind, draft.facts, draft.details), draft);
    }
    return List.copyOf(first.values());
  }

  /**
   * The findings, each with an id of its own. Facts make the id; the details are part of it only
   * where two findings have the same facts.
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
      for (int again = 2; !taken.add(id); again++) {
        id = FindingId.of(draft.kind, with(draft.facts, draft.details + " " + again));
      }
      findings.add(draft.finding.apply(id));
    }
    return List.copyOf(findings);
  }
}
