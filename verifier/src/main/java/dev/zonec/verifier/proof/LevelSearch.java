package dev.zonec.verifier.proof;

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
 * <p>This is property-directed reachability (Een, Mishchenko, Brayton: Efficient implementation of
 * property directed reachability, 2011), with value sets in the place of bits.
 */
final class LevelSearch {
  private final LevelSolver solver;
  private final OptionalInt within;
  private final List<LinkedHashSet<Region>> blocked = new ArrayList<>();

  /**
   * @param within the most steps that paths may have
   */
  LevelSearch(LevelSolver solver, OptionalInt within) {
    this.solver = solver;
    this.within = within;
  }

  /** What came of a search. */
  sealed interface Found {
    /** A shortest path, by its ends; one more than steps. */
    record Path(List<Region> ends) implements Found {
      /** Copies the ends. */
      public Path {
        ends = List.copyOf(ends);
      }
    }

    /**
     * No path.
     *
     * @param unreachable for each number of steps from 1 on, what at most so many do not lead to
     * @param closed whether more steps than that lead nowhere else; else they are not asked about
     */
    record NoPath(List<List<Region>> unreachable, boolean closed) implements Found {
      /** Copies the lists. */
      public NoPath {
        unreachable = unreachable.stream().map(List::copyOf).toList();
      }
    }

    /** The solver gave up. */
    record Unknown(String reason) implements Found {}
  }

  /** An end that has to be reached in so many steps, and the path that it is for. */
  private record Wanted(Region end, int level, List<Region> path) {
    Wanted before(Region source) {
      List<Region> longer = new ArrayList<>(List.of(source));
      longer.addAll(path);
      return new Wanted(source, level - 1, longer);
    }
  }

  Found search() {
    for (int level = 1; level <= within.orElse(Integer.MAX_VALUE); level++) {
      blocked.add(new LinkedHashSet<>());
      Optional<Found> found = clear(level);
      if (found.isEmpty()) {
        found = pushUp(level);
      }
      if (found.isPresent()) {
        return found.get();
      }
    }
    List<List<Region>> all = new ArrayList<>();
    for (int level = 1; level <= blocked.size(); level++) {
      all.add(from(level));
    }
    return new Found.NoPath(all, false);
  }

  /** Until no step leads from the level before to a target; or a path. */
  private Optional<Found> clear(int level) {
    while (true) {
      Answer answer = solver.intoTargets(level - 1);
      if (answer instanceof Answer.Unknown(String reason)) {
        return Optional.of(new Found.Unknown(reason));
      }
      if (!(answer instanceof Answer.Step(Region source, Region target))) {
        return Optional.empty();
      }
      List<Region> path = List.of(source, target);
      if (level == 1) {
        return Optional.of(new Found.Path(path));
      }
      Optional<Found> found = reach(new Wanted(source, level - 1, path));
      if (found.isPresent()) {
        return found;
      }
    }
  }

  /** A path to what is wanted; else it is blocked. */
  private Optional<Found> reach(Wanted wanted) {
    Deque<Wanted> open = new ArrayDeque<>(List.of(wanted));
    while (!open.isEmpty()) {
      Wanted now = open.element();
      switch (solver.into(now.end(), now.level() - 1)) {
        case Answer.Unknown(String reason) -> {
          return Optional.of(new Found.Unknown(reason));
        }
        case Answer.Step(Region source, Region end) -> {
          Wanted before = now.before(source);
          if (now.level() == 1) {
            return Optional.of(new Found.Path(before.path()));
          }
          open.push(before);
        }
        case Answer.None(Region ends) -> {
          block(ends, now.level());
          open.pop();
        }
        case Answer.NoneAtAll all -> throw new IllegalStateException("asked about one end");
      }
    }
    return Optional.empty();
  }

  private void block(Region ends, int level) {
    blocked.get(level - 1).add(ends);
    solver.block(ends, level);
  }

  /** Moves what is blocked up as far as it holds; no path, if a level is like the next. */
  private Optional<Found> pushUp(int last) {
    for (int level = 1; level < last; level++) {
      for (Region ends : List.copyOf(blocked.get(level - 1))) {
        switch (solver.into(ends, level)) {
          case Answer.Unknown(String reason) -> {
            return Optional.of(new Found.Unknown(reason));
          }
          case Answer.Step step -> {}
          case Answer.None(Region more) -> {
            blocked.get(level - 1).remove(ends);
            block(more, level + 1);
          }
          case Answer.NoneAtAll all -> throw new IllegalStateException("asked about some ends");
        }
      }
      if (blocked.get(level - 1).isEmpty()) {
        return Optional.of(new Found.NoPath(List.of(from(level + 1)), true));
      }
    }
    return Optional.empty();
  }

  /** All that is blocked at {@code level}: whatever is so at a higher one, too. */
  private List<Region> from(int level) {
    return blocked.subList(level - 1, blocked.size()).stream().flatMap(s -> s.stream()).toList();
  }
}
