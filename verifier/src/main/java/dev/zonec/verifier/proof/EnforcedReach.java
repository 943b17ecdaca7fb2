package dev.zonec.verifier.proof;

import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Relation;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.reach.Steps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the policies let through, for searches. Where cluster-scoped policies would cut it into too
 * many pieces it holds too much at first; the steps of a path that is found are then cut by
 * themselves, which fewer rules have a say in, and the search is asked again.
 */
final class EnforcedReach {
  private final BoxSpace space;
  private final Enforcement enforcement;
  private final Deadline deadline;
  private final boolean exact;
  private final Set<Step> steps;
  private final Set<Step> cut = new HashSet<>();
  private Reach reach;

  EnforcedReach(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this(space, enforcement, deadline, Steps.enforced(space, enforcement, deadline));
  }

  /**
   * @param relation what is known to begin with, which may be too much
   */
  EnforcedReach(BoxSpace space, Enforcement enforcement, Deadline deadline, Relation relation) {
    this.space = space;
    this.enforcement = enforcement;
    this.deadline = deadline;
    this.exact = relation.exact();
    this.steps = new LinkedHashSet<>(relation.steps());
    this.reach = new Reach(space, relation, deadline);
  }

  /** The search over what is known so far. */
  Reach reach() {
    return reach;
  }

  /** Whether all of {@code path} is let through, and not more than that. */
  boolean isExact(BoxPath path) {
    return exact || cut.containsAll(path.steps());
  }

  /**
   * Cuts those steps of {@code path} that may hold too much.
   *
   * @return a step that would take too many pieces, if there is one; else it is worth to ask again
   */
  Optional<Step> cut(BoxPath path) {
    List<Step> out = new ArrayList<>();
    List<Step> in = new ArrayList<>();
    for (Step step : new LinkedHashSet<>(path.steps())) {
      if (!cut.contains(step)) {
        Optional<List<Step>> parts = Steps.within(space, enforcement, step, deadline);
        if (parts.isEmpty()) {
          return Optional.of(step);
        }
        out.add(step);
        in.addAll(parts.get());
      }
    }
    cut.addAll(in);
    replace(out, in);
    return Optional.empty();
  }

  /** Leaves {@code step} out: nothing in it is let through. */
  void remove(Step step) {
    replace(List.of(step), List.of());
  }

  /** Leaves out of {@code step} what leads from {@code starts} to {@code targets}. */
  void remove(Step step, List<Box> starts, List<Box> targets) {
    List<Box> source = List.of(step.source());
    List<Box> destination = List.of(step.destination());
    List<Step> rest = new ArrayList<>();
    for (Box from : space.minus(source, starts)) {
      rest.add(new Step(from, step.destination(), step.openings(), step.families()));
    }
    for (Box from : space.and(source, starts)) {
      for (Box to : space.minus(destination, targets)) {
        rest.add(new Step(from, to, step.openings(), step.families()));
      }
    }
    replace(List.of(step), rest);
  }

  private void replace(List<Step> out, List<Step> in) {
    out.forEach(steps::remove);
    steps.addAll(in);
    reach = new Reach(space, new Relation(List.copyOf(steps), true), deadline);
  }
}
