package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.reach.StepSearch;
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
  private static final Result OUT_OF_TIME = new Result.Unknown("the time ran out");

  private final Relations relations;
  private final Z3Checker checker;
  private final Deadline deadline;
  private final PathWitnesses witnesses;
  private final PathSimplifier simpler;
  private @Nullable StepSearch reach;

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
    this.simpler = new PathSimplifier(relations.space().vocabulary(), workloads, deadline);
  }

  /** What came of a search. */
  sealed interface Result {
    /** A shortest path, each hop replayed. */
    record Path(List<Hop> hops) implements Result {
      /** Copies the hops. */
      public Path {
        hops = List.copyOf(hops);
      }
    }

    /** A shortest path has fewer hops than were asked for. */
    record Shorter() implements Result {}

    /** No path over the steps that were listed, which are all there are and maybe more. */
    record NoneListed(SearchTree reached) implements Result {}

    /** No path, as the solver says. */
    record None(LevelSearch.Result.NoPath why) implements Result {}

    /** It is not known whether there is one. */
    record Unknown(String reason) implements Result {}
  }

  /** What paths may pass through, and may exist. */
  List<Box> relays() {
    BoxSpace space = relations.space();
    return relations.excluded().without(new Relays(space, relations.program()).boxes(), space);
  }

  /** The steps that are listed; made when they are first asked for. */
  StepSearch listed() {
    StepSearch known = reach;
    if (known == null) {
      BoxSpace space = relations.space();
      known =
          new StepSearch(space, Steps.enforced(space, relations.enforcement(), deadline), deadline);
      reach = known;
    }
    return known;
  }

  /** A shortest path. */
  Result path(PathQuestion question) {
    PathFormulas formulas = question.formulas(relations);
    if (!listed().exact()) {
      return deadline.passed() ? OUT_OF_TIME : byLevels(formulas, question.within());
    }
    BoxSpace space = relations.space();
    SearchTree spread =
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
  Result path(
      SearchTree reached, List<Box> targets, PathFormulas formulas, OptionalInt within, int least) {
    Optional<BoxPath> path = reached.shortestTo(targets);
    if (deadline.passed()) {
      // The search may have been broken off.
      return OUT_OF_TIME;
    }
    if (path.isEmpty()) {
      return new Result.NoneListed(reached);
    }
    if (path.get().steps().size() < least) {
      return new Result.Shorter();
    }
    Optional<List<Hop>> hops = witnesses.choose(path.get());
    return hops.isPresent() ? new Result.Path(hops.get()) : byLevels(formulas, within, least);
  }

  /** The same without a list of steps. */
  Result byLevels(PathFormulas formulas, OptionalInt within) {
    return byLevels(formulas, within, 1);
  }

  private Result byLevels(PathFormulas formulas, OptionalInt within, int least) {
    try (LevelSolver solver = checker.levelSolver(formulas)) {
      return switch (new LevelSearch(solver, within).search()) {
        case LevelSearch.Result.Path path when path.hops() < least -> new Result.Shorter();
        case LevelSearch.Result.Path path -> path(simpler.steps(path, solver));
        case LevelSearch.Result.NoPath none -> new Result.None(none);
        case LevelSearch.Result.Unknown(String reason) -> new Result.Unknown(reason);
      };
    }
  }

  private Result path(Optional<BoxPath> path) {
    return path.flatMap(witnesses::choose).<Result>map(Result.Path::new).orElse(OUT_OF_TIME);
  }

  /**
   * A shortest path to each target for itself, without a list of steps. One path is made to read
   * well: the first of the shortest.
   *
   * @param least shorter paths are not shown
   * @param most if all paths have as many hops none is made to read well
   */
  List<Result> toEach(PathFormulas formulas, int least, int most) {
    int count = formulas.targets().size();
    List<Result> out = new ArrayList<>(Collections.nCopies(count, OUT_OF_TIME));
    try (LevelSolver solver = checker.levelSolver(formulas)) {
      SortedMap<Integer, LevelSearch.Result.Path> paths = new TreeMap<>();
      LevelSearch search = new LevelSearch(solver, OptionalInt.empty());
      for (int left = count; left > 0; left--) {
        if (!(search.search() instanceof LevelSearch.Result.Path path)) {
          break;
        }
        search.removeTarget(path.target());
        if (path.hops() < least) {
          out.set(path.target(), new Result.Shorter());
        } else {
          paths.put(path.target(), path);
        }
      }
      Optional<LevelSearch.Result.Path> best =
          paths.values().stream()
              .filter(path -> path.hops() < most)
              .min(Comparator.comparingInt(LevelSearch.Result.Path::hops));
      paths.forEach(
          (target, path) ->
              out.set(
                  target,
                  path(
                      best.equals(Optional.of(path))
                          ? simpler.steps(path, solver)
                          : Optional.of(PathSimplifier.asFound(path)))));
    }
    return out;
  }
}
