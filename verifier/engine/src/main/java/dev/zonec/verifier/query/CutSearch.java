package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds single rules whose removal leaves no path from the internet to a workload. Such a rule is
 * on every path, so each rule of the shortest paths is removed from the world, and the question is
 * asked again.
 *
 * @param internet the addresses outside
 */
public record CutSearch(World world, ZoneProgram program, Reading reading, Query.End internet) {
  /** The greatest number of rules that are tried. */
  private static final int MOST_TRIED = 24;

  /**
   * A rule and the workloads that its removal cuts off.
   *
   * @param without the answer without the rule
   * @param cut the numbers of these workloads, of those that were asked about
   */
  private record Cut(ClosableRule rule, InternetReach without, BitSet cut) {}

  /** Whether a single rule cuts a workload off. */
  public sealed interface Result {
    /** This rule does. */
    record Closed(ClosableRule rule) implements Result {}

    /**
     * No rule does: after the removal of any single one, a path is left.
     *
     * @param left the path that is left after the removal of the last rule of the shortest path;
     *     empty if no rule opens it
     */
    record NoSingleRule(Optional<InternetPath> left) implements Result {}

    /** Some rules were not tried, because there are too many. */
    record NotTried() implements Result {}
  }

  /**
   * Returns the result for each of {@code workloads}. Of several rules, it is the one that cuts off
   * the most of {@code workloads}, and of those the one that is nearest to the internet.
   *
   * @param workloads the numbers of workloads that the internet reaches
   */
  public Map<Integer, Result> of(InternetReach reach, List<Integer> workloads) {
    Map<Integer, List<ClosableRule>> onPath = new LinkedHashMap<>();
    List<List<ClosableRule>> groups = new ArrayList<>();
    for (int number : workloads) {
      List<ClosableRule> rules = reach.path(number).map(ClosableRule::of).orElse(List.of());
      onPath.put(number, rules);
      rules.forEach(rule -> group(rule, groups));
    }
    List<Cut> cuts =
        groups.stream()
            .sorted(Comparator.comparingInt(same -> -same.size()))
            .limit(MOST_TRIED)
            .map(same -> cut(same.getFirst(), workloads))
            .toList();
    Map<Integer, Result> results = new LinkedHashMap<>();
    onPath.forEach((number, rules) -> results.put(number, result(number, rules, cuts)));
    return results;
  }

  private static void group(ClosableRule rule, List<List<ClosableRule>> groups) {
    for (List<ClosableRule> same : groups) {
      if (same.getFirst().isSame(rule)) {
        same.add(rule);
        return;
      }
    }
    groups.add(new ArrayList<>(List.of(rule)));
  }

  private Cut cut(ClosableRule rule, List<Integer> workloads) {
    Progress.check(0, MOST_TRIED, "rules");
    InternetReach without =
        new QueryEngine(rule.removedFrom(world), program, reading).internetReach(internet);
    BitSet cut = new BitSet();
    workloads.stream().filter(number -> !without.isAdmitted(number)).forEach(cut::set);
    return new Cut(rule, without, cut);
  }

  private static Result result(int number, List<ClosableRule> rules, List<Cut> cuts) {
    Optional<ClosableRule> best =
        rules.stream()
            .filter(rule -> cutOf(rule, cuts).stream().anyMatch(cut -> cut.cut().get(number)))
            .min(
                Comparator.comparingInt(
                    rule -> -cutOf(rule, cuts).map(cut -> cut.cut().cardinality()).orElse(0)));
    if (best.isPresent()) {
      return new Result.Closed(best.get());
    }
    if (rules.isEmpty()) {
      return new Result.NoSingleRule(Optional.empty());
    }
    return rules.stream().allMatch(rule -> cutOf(rule, cuts).isPresent())
        ? new Result.NoSingleRule(
            cutOf(rules.getLast(), cuts).flatMap(cut -> cut.without().path(number)))
        : new Result.NotTried();
  }

  private static Optional<Cut> cutOf(ClosableRule rule, List<Cut> cuts) {
    return cuts.stream().filter(cut -> cut.rule().isSame(rule)).findFirst();
  }
}
