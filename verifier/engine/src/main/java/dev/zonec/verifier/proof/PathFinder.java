package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Spread;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.smt.LevelSolver;
import dev.zonec.verifier.smt.PathFormulas;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds shortest paths over what the policies let through. The steps are listed first, which serves
 * for most policies and for all questions at once. Where there are too many to list them exactly,
 * or where the path that is found supposes two different labels of one namespace, {@link
 * LevelSearch} finds them one by one.
 */
final class PathFinder {
  private static final Found OUT_OF_TIME = new Found.Unknown("the time ran out");

  private final Relations relations;
  private final Z3Checker checker;
  private final Deadline deadline;
  private final PathWitnesses witnesses;
  private final SimplerPath simpler;
  private @Nullable Reach reach;

  PathFinder(
      Relations relations,
      List<Workload> workloads,
      Z3Checker checker,
      Replay replay,
      Deadline deadline) {
    this.relations = relations;
    this.checker = checker;
    this.deadline = deadline;
    this.witnesses = new PathWitnesses(relations.space().vocabulary(), workloads, replay);
    this.simpler = new SimplerPath(relations.space().vocabulary(), workloads, deadline);
  }

  /** What came of a search. */
  sealed interface Found {
    /** A shortest path, each hop replayed. */
    record Path(List<Hop> hops) implements Found {
      /** Copies the hops. */
      public Path {
        hops = List.copyOf(hops);
      }
    }

    /** A shortest path has fewer hops than were asked for. */
    record Shorter() implements Found {}

    /** No path over the steps that were listed, which are all there are and maybe more. */
    record NoneListed(Spread reached) implements Found {}

    /** No path, as the solver says. */
    record None(LevelSearch.Found.NoPath why) implements Found {}

    /** It is not known whether there is one. */
    record Unknown(String reason) implements Found {}
  }

  /** What paths may pass through, and may exist. */
  List<Box> relays() {
    BoxSpace space = relations.space();
    return relations.shared().takenOut(new Passage(space, relations.program()).boxes(), space);
  }

  /** The steps that are listed; made when they are first asked for. */
  Reach listed() {
    Reach known = reach;
    if (known == null) {
      BoxSpace space = relations.space();
      known = new Reach(space, Steps.enforced(space, relations.enforcement(), deadline), deadline);
      reach = known;
    }
    return known;
  }

  /** A shortest path. */
  Found path(PathQuestion question) {
    PathFormulas formulas = question.formulas(relations);
    if (!listed().exact()) {
      return deadline.passed() ? OUT_OF_TIME : byLevels(formulas, question.within());
    }
    BoxSpace space = relations.space();
    Spread spread =
        listed()
            .from(
                question.from().boxes(relations),
                space.minus(relays(), space.parties(question.via())),
                question.within().orElse(Integer.MAX_VALUE));
    return path(spread, question.to().boxes(relations), formulas, question.within(), 1);
  }

  /**
   * A shortest path to {@code targets}, where the steps are listed exactly.
   *
   * @param reached what the search over the listed steps says
   * @param targets where paths end, as boxes
   * @param formulas the same question, said of single steps
   * @param least shorter paths are not shown
   */
  Found path(
      Spread reached, List<Box> targets, PathFormulas formulas, OptionalInt within, int least) {
    Optional<BoxPath> path = reached.shortestTo(targets);
    if (deadline.passed()) {
      // The search may have been broken off.
      return OUT_OF_TIME;
    }
    if (path.isEmpty()) {
      return new Found.NoneListed(reached);
    }
    if (path.get().steps().size() < least) {
      return new Found.Shorter();
    }
    Optional<List<Hop>> hops = witnesses.choose(path.get());
    return hops.isPresent() ? new Found.Path(hops.get()) : byLevels(formulas, within, least);
  }

  /** The same without a list of steps. */
  Found byLevels(PathFormulas formulas, OptionalInt within) {
    return byLevels(formulas, within, 1);
  }

  private Found byLevels(PathFormulas formulas, OptionalInt within, int least) {
    try (LevelSolver solver = checker.levels(formulas)) {
      return switch (new LevelSearch(solver, within).search()) {
        case LevelSearch.Found.Path path when path.hops() < least -> new Found.Shorter();
        case LevelSearch.Found.Path path -> path(simpler.steps(path, solver));
        case LevelSearch.Found.NoPath none -> new Found.None(none);
        case LevelSearch.Found.Unknown(String reason) -> new Found.Unknown(reason);
      };
    }
  }

  private Found path(Optional<BoxPath> path) {
    return path.flatMap(witnesses::choose).<Found>map(Found.Path::new).orElse(OUT_OF_TIME);
  }

  /**
   * A shortest path to each target for itself, without a list of steps. One path is made to read
   * well: the first of the shortest.
   *
   * @param least shorter paths are not shown
   * @param most if all paths have as many hops none is made to read well
   */
  List<Found> toEach(PathFormulas formulas, int least, int most) {
    int count = formulas.targets().size();
    List<Found> out = new ArrayList<>(Collections.nCopies(count, OUT_OF_TIME));
    try (LevelSolver solver = checker.levels(formulas)) {
      SortedMap<Integer, LevelSearch.Found.Path> paths = new TreeMap<>();
      LevelSearch search = new LevelSearch(solver, OptionalInt.empty());
      for (int left = count; left > 0; left--) {
        if (!(search.search() instanceof LevelSearch.Found.Path path)) {
          break;
        }
        search.drop(path.target());
        if (path.hops() < least) {
          out.set(path.target(), new Found.Shorter());
        } else {
          paths.put(path.target(), path);
        }
      }
      Optional<LevelSearch.Found.Path> best =
          paths.values().stream()
              .filter(path -> path.hops() < most)
              .min(Comparator.comparingInt(LevelSearch.Found.Path::hops));
      paths.forEach(
          (target, path) ->
              out.set(
                  target,
                  path(
                      best.equals(Optional.of(path))
                          ? simpler.steps(path, solver)
                          : Optional.of(SimplerPath.asFound(path)))));
    }
    return out;
  }
}
