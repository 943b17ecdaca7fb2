package dev.zonec.verifier.proof;

import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.smt.LevelSolver;
import dev.zonec.verifier.smt.LevelSolver.Answer;
import dev.zonec.verifier.smt.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds shortest paths with a solver for single steps, level by level. No list of steps is needed,
 * so the search also works for relations that are too large to list (spec/verification.md, The
 * levels).
 *
 * <p>Level F(i) contains every end that a path of at most i steps leads to, and possibly more. It
 * is stored as the regions that it does <i>not</i> contain; at first there are none. Invariants:
 * F(i) is a subset of F(i + 1); every step from a start or from a relay in F(i) leads into F(i +
 * 1); and if level i + 1 is clear, no step leads from F(i) to a target.
 *
 * <p>To clear a level, the search asks for a step from the level before it to a target. The source
 * of this step must be reached in turn, and so on down to the starts. If the starts are reached,
 * this is a path, and a shortest one. If an end cannot be reached on its level, it is blocked,
 * together with all other ends that the solver excludes for the same reasons. When a level is
 * clear, its blocked regions are tried on the next level. If all regions of a level move up, the
 * two levels are equal. Then no further step reaches anything new, and there is no path.
 *
 * <p>There can be several targets. {@link #removeTarget} removes a target to which a path was
 * found, and the search continues at the same level. This is possible because the blocked regions
 * depend on the starts only.
 *
 * <p>The method is property-directed reachability (Een, Mishchenko, Brayton: Efficient
 * implementation of property directed reachability, 2011), with value sets in the place of bits.
 */
final class LevelSearch {
  private final LevelSolver solver;
  private final OptionalInt maxSteps;
  private final List<LinkedHashSet<Region>> blocked = new ArrayList<>();

  /** The level that is being cleared. No path to a target has fewer steps. */
  private int level = 1;

  /**
   * @param maxSteps the maximal number of steps of a path
   */
  LevelSearch(LevelSolver solver, OptionalInt maxSteps) {
    this.solver = solver;
    this.maxSteps = maxSteps;
  }

  /** The result of a search. */
  sealed interface Result {
    /**
     * A shortest path.
     *
     * @param ends the ends of the steps; one more than steps
     * @param steps the steps between the ends, each with one port
     * @param target the number of the target
     */
    record Path(List<Region> ends, List<Step> steps, int target) implements Result {
      /** Copies the lists. */
      public Path {
        ends = List.copyOf(ends);
        steps = List.copyOf(steps);
      }

      int hops() {
        return ends.size() - 1;
      }
    }

    /**
     * There is no path.
     *
     * @param unreachable for each number of steps from 1 on, the regions that no path of at most so
     *     many steps leads into
     * @param closed whether the last regions hold for any number of steps; if not, longer paths
     *     were not asked for
     */
    record NoPath(List<List<Region>> unreachable, boolean closed) implements Result {
      /** Copies the lists. */
      public NoPath {
        unreachable = unreachable.stream().map(List::copyOf).toList();
      }
    }

    /**
     * The solver gave no answer.
     *
     * @param reason the reason, as a clause
     */
    record Unknown(String reason) implements Result {}
  }

  /**
   * An end that must be reached in at most {@code level} steps, and the rest of the path.
   *
   * @param end the end
   * @param level the maximal number of steps to the end
   * @param path the ends of the path from here to the target; the first is {@code end}
   * @param steps the steps from here to the target
   * @param target the number of the target
   */
  private record Goal(Region end, int level, List<Region> path, List<Step> steps, int target) {
    /** Returns the goal for the source of a step into this end. */
    Goal before(Answer.StepFound first) {
      return new Goal(
          first.source(),
          level - 1,
          longer(first.source(), path),
          longer(first.connection(), steps),
          target);
    }

    private static <T> List<T> longer(T first, List<T> rest) {
      List<T> all = new ArrayList<>(List.of(first));
      all.addAll(rest);
      return all;
    }

    Result.Path found() {
      return new Result.Path(path, steps, target);
    }
  }

  /** Removes the target with this number, because a path to it was found. */
  void removeTarget(int target) {
    solver.removeTarget(target);
  }

  /**
   * Returns a shortest path to a target. After a path was found, call {@link #removeTarget} before
   * the next search.
   */
  Result search() {
    for (; level <= maxSteps.orElse(Integer.MAX_VALUE); level++) {
      if (blocked.size() < level) {
        blocked.add(new LinkedHashSet<>());
      }
      Optional<Result> found = clear();
      if (found.isEmpty()) {
        found = propagate();
      }
      if (found.isPresent()) {
        return found.get();
      }
    }
    List<List<Region>> all = new ArrayList<>();
    for (int steps = 1; steps <= blocked.size(); steps++) {
      all.add(blockedAt(steps));
    }
    return new Result.NoPath(all, false);
  }

  /**
   * Blocks ends until no step leads from the previous level to a target. Returns a path if there is
   * one.
   */
  private Optional<Result> clear() {
    while (true) {
      Answer answer = solver.stepIntoTarget(level - 1);
      if (answer instanceof Answer.Unknown(String reason)) {
        return Optional.of(new Result.Unknown(reason));
      }
      if (!(answer instanceof Answer.TargetFound(Answer.StepFound last, int target))) {
        return Optional.empty();
      }
      Goal goal =
          new Goal(
              last.source(),
              level - 1,
              List.of(last.source(), last.destination()),
              List.of(last.connection()),
              target);
      if (level == 1) {
        return Optional.of(goal.found());
      }
      Optional<Result> found = reach(goal);
      if (found.isPresent()) {
        return found;
      }
    }
  }

  /** Returns a path to the goal; empty if the end of the goal is blocked now. */
  private Optional<Result> reach(Goal goal) {
    Deque<Goal> open = new ArrayDeque<>(List.of(goal));
    while (!open.isEmpty()) {
      Goal now = open.element();
      switch (solver.stepInto(now.end(), now.level() - 1)) {
        case Answer.Unknown(String reason) -> {
          return Optional.of(new Result.Unknown(reason));
        }
        case Answer.StepFound first -> {
          Goal before = now.before(first);
          if (now.level() == 1) {
            return Optional.of(before.found());
          }
          open.push(before);
        }
        case Answer.NoStepInto(Region ends) -> {
          block(ends, now.level());
          open.pop();
        }
        case Answer.TargetFound arrival ->
            throw new IllegalStateException("the question was about one end");
        case Answer.NoStepToTarget all ->
            throw new IllegalStateException("the question was about one end");
      }
    }
    return Optional.empty();
  }

  private void block(Region ends, int at) {
    blocked.get(at - 1).add(ends);
    solver.block(ends, at);
  }

  /**
   * Moves each blocked region to the next level if it is unreachable there too. Returns that there
   * is no path if two levels are equal now.
   */
  private Optional<Result> propagate() {
    for (int from = 1; from < level; from++) {
      for (Region ends : List.copyOf(blocked.get(from - 1))) {
        switch (solver.stepInto(ends, from)) {
          case Answer.Unknown(String reason) -> {
            return Optional.of(new Result.Unknown(reason));
          }
          case Answer.StepFound step -> {}
          case Answer.NoStepInto(Region more) -> {
            blocked.get(from - 1).remove(ends);
            block(more, from + 1);
          }
          case Answer.TargetFound arrival ->
              throw new IllegalStateException("the question was about some ends");
          case Answer.NoStepToTarget all ->
              throw new IllegalStateException("the question was about some ends");
        }
      }
      if (blocked.get(from - 1).isEmpty()) {
        return Optional.of(new Result.NoPath(List.of(blockedAt(from + 1)), true));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns all regions that are blocked at a level, which includes the blocked regions of the
   * levels above.
   */
  private List<Region> blockedAt(int at) {
    return blocked.subList(at - 1, blocked.size()).stream().flatMap(s -> s.stream()).toList();
  }
}
