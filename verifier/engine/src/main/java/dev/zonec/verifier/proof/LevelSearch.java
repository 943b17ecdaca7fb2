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
 * Searches backwards from the targets of paths, with a solver for single steps. Nothing is listed
 * in advance, so that it does not matter into how many pieces the whole relation would fall.
 *
 * <p>For each level i it keeps regions that no path of at most i steps leads into. The rest of
 * level i, F(i), holds all that i steps lead to, and maybe more. The invariants: F(i) is a part of
 * F(i + 1); every step from a start or from F(i) leads into F(i + 1); and no step leads from F(i)
 * to a target, for each i below the level that is worked on. A step from F(i) to a target asks how
 * its source is reached in i steps, and so on down to the starts: either that is a path, and a
 * shortest one, or some source cannot be reached, and then it is blocked, with all ends of which
 * the solver says the same. Where two neighbouring levels are equal nothing new is ever reached.
 *
 * <p>There may be several targets, of which each is asked about in turn: {@link #removeTarget}
 * takes away one that a path was found to, and the search goes on where it was. What is blocked
 * does not depend on the targets, and where no step led to any of them none leads to one of fewer.
 *
 * <p>This is property-directed reachability (Een, Mishchenko, Brayton: Efficient implementation of
 * property directed reachability, 2011), with value sets in the place of bits.
 */
final class LevelSearch {
  private final LevelSolver solver;
  private final OptionalInt within;
  private final List<LinkedHashSet<Region>> blocked = new ArrayList<>();

  /** The level that is worked on: no path to a target has fewer steps. */
  private int level = 1;

  /**
   * @param within the most steps that paths may have
   */
  LevelSearch(LevelSolver solver, OptionalInt within) {
    this.solver = solver;
    this.within = within;
  }

  /** What came of a search. */
  sealed interface Result {
    /**
     * A shortest path.
     *
     * @param ends one more than steps
     * @param steps the steps between them, each on one port
     * @param target the number of the target that it leads to
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
     * No path.
     *
     * @param unreachable for each number of steps from 1 on, what at most so many do not lead to
     * @param closed whether more steps than that lead nowhere else; else they are not asked about
     */
    record NoPath(List<List<Region>> unreachable, boolean closed) implements Result {
      /** Copies the lists. */
      public NoPath {
        unreachable = unreachable.stream().map(List::copyOf).toList();
      }
    }

    /** The solver gave up. */
    record Unknown(String reason) implements Result {}
  }

  /** An end that has to be reached in so many steps, and the path that it is for. */
  private record Goal(Region end, int level, List<Region> path, List<Step> steps, int target) {
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

  /** Takes the target with that number away: there is a path to it. */
  void removeTarget(int target) {
    solver.removeTarget(target);
  }

  /**
   * A path that is as short as any to a target; to be asked again only after {@link #removeTarget}.
   */
  Result search() {
    for (; level <= within.orElse(Integer.MAX_VALUE); level++) {
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
      all.add(from(steps));
    }
    return new Result.NoPath(all, false);
  }

  /** Until no step leads from the level before to a target; or a path. */
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

  /** A path to the goal; else its end is blocked. */
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
        case Answer.TargetFound arrival -> throw new IllegalStateException("asked about one end");
        case Answer.NoStepToTarget all -> throw new IllegalStateException("asked about one end");
      }
    }
    return Optional.empty();
  }

  private void block(Region ends, int at) {
    blocked.get(at - 1).add(ends);
    solver.block(ends, at);
  }

  /** Moves what is blocked up as far as it holds; no path, if a level is like the next. */
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
              throw new IllegalStateException("asked about some ends");
          case Answer.NoStepToTarget all ->
              throw new IllegalStateException("asked about some ends");
        }
      }
      if (blocked.get(from - 1).isEmpty()) {
        return Optional.of(new Result.NoPath(List.of(from(from + 1)), true));
      }
    }
    return Optional.empty();
  }

  /** All that is blocked at a level: whatever is so at a higher one, too. */
  private List<Region> from(int at) {
    return blocked.subList(at - 1, blocked.size()).stream().flatMap(s -> s.stream()).toList();
  }
}
