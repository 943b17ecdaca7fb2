package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Relation;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.reach.StepSearch;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.reach.WornSteps;
import dev.zonec.verifier.smt.LevelSolver;
import dev.zonec.verifier.smt.PathFormulas;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds shortest paths over the connections that the policies allow.
 *
 * <p>The steps of the relation are listed once and searched breadth first, which is fast for most
 * policies. {@link LevelSearch} finds the steps one by one instead, if there are too many steps to
 * list them exactly, or if the path over listed steps needs two different labels of one namespace
 * or, in a closed world, port names that no workload declares.
 */
final class PathFinder {
  private static final Result OUT_OF_TIME = new Result.Unknown("the time ran out");

  private final Relations relations;
  private final Z3Checker checker;
  private final Deadline deadline;
  private final PathWitnesses witnesses;
  private final PathSimplifier simplifier;
  private @Nullable StepSearch search;
  private @Nullable List<Box> relays;

  PathFinder(
      Relations relations,
      List<Workload> workloads,
      Z3Checker checker,
      Replay replay,
      Deadline deadline) {
    this.relations = relations;
    this.checker = checker;
    this.deadline = deadline;
    this.witnesses =
        new PathWitnesses(
            relations.space().vocabulary(),
            workloads,
            relations.excluded().deployed().isPresent(),
            replay);
    this.simplifier = new PathSimplifier(relations.space().vocabulary(), workloads, deadline);
  }

  /** The result of a search. */
  sealed interface Result {
    /** A shortest path. Every hop was evaluated by the concrete semantics. */
    record Path(List<Hop> hops) implements Result {
      /** Copies the hops. */
      public Path {
        hops = List.copyOf(hops);
      }
    }

    /** The shortest path has fewer hops than the caller asked for. */
    record Shorter() implements Result {}

    /**
     * There is no path over the listed steps. They contain all steps that exist, and possibly more.
     */
    record NoneListed(SearchTree reached) implements Result {}

    /** There is no path, according to {@link LevelSearch}. */
    record None(LevelSearch.Result.NoPath why) implements Result {}

    /**
     * It is not known whether there is a path.
     *
     * @param reason the reason, as a clause
     */
    record Unknown(String reason) implements Result {}
  }

  /** Returns the relays, without pods that are assumed not to exist. */
  List<Box> relays() {
    List<Box> known = relays;
    if (known == null) {
      known = relations.withoutExcluded(new Relays(relations.space(), relations.program()).boxes());
      relays = known;
    }
    return known;
  }

  /** Returns the search over the listed steps. The steps are listed at the first call. */
  StepSearch listed() {
    StepSearch known = search;
    if (known == null) {
      BoxSpace space = relations.space();
      Relation steps = Steps.enforced(space, relations.enforcement(), deadline);
      known =
          new StepSearch(
              space,
              new WornSteps(space, relations.settable()).of(steps, relations.inBothOfAPair()),
              deadline);
      search = known;
    }
    return known;
  }

  /** Returns a shortest path. */
  Result path(PathQuestion question) {
    PathFormulas formulas = question.formulas(relations);
    if (!listed().exact()) {
      return deadline.passed() ? OUT_OF_TIME : byLevels(formulas, question.within());
    }
    BoxSpace space = relations.space();
    SearchTree tree =
        listed()
            .from(
                question.from().boxes(relations),
                space.minus(relays(), space.parties(question.via())),
                question.within().orElse(Integer.MAX_VALUE));
    return path(tree, question.to().boxes(relations), formulas, question.within(), 1);
  }

  /**
   * Returns a shortest path to {@code targets} over steps that are listed exactly.
   *
   * @param reached the result of the search over the listed steps
   * @param targets the targets as boxes
   * @param formulas the same question for a search level by level
   * @param maxHops the maximal number of hops
   * @param least the minimal number of hops; a shorter path gives {@link Result.Shorter}
   */
  Result path(
      SearchTree reached,
      List<Box> targets,
      PathFormulas formulas,
      OptionalInt maxHops,
      int least) {
    Optional<BoxPath> path = reached.shortestTo(targets);
    if (deadline.passed()) {
      // The search may be incomplete.
      return OUT_OF_TIME;
    }
    if (path.isEmpty()) {
      return new Result.NoneListed(reached);
    }
    if (path.get().steps().size() < least) {
      return new Result.Shorter();
    }
    Optional<List<Hop>> hops = witnesses.choose(path.get());
    return hops.isPresent() ? new Result.Path(hops.get()) : byLevels(formulas, maxHops, least);
  }

  /** Returns a shortest path, found level by level. */
  Result byLevels(PathFormulas formulas, OptionalInt maxHops) {
    return byLevels(formulas, maxHops, 1);
  }

  private Result byLevels(PathFormulas formulas, OptionalInt maxHops, int least) {
    try (LevelSolver solver = checker.levelSolver(formulas)) {
      return switch (new LevelSearch(solver, maxHops).search()) {
        case LevelSearch.Result.Path path when path.hops() < least -> new Result.Shorter();
        case LevelSearch.Result.Path path -> path(simplifier.steps(path, solver));
        case LevelSearch.Result.NoPath none -> new Result.None(none);
        case LevelSearch.Result.Unknown(String reason) -> new Result.Unknown(reason);
      };
    }
  }

  private Result path(Optional<BoxPath> path) {
    return path.flatMap(witnesses::choose).<Result>map(Result.Path::new).orElse(noWitnesses());
  }

  private Result noWitnesses() {
    return deadline.passed() || relations.excluded().deployed().isEmpty()
        ? OUT_OF_TIME
        : new Result.Unknown("a path may depend on the port names of sidecars");
  }

  /**
   * Returns a shortest path to each target, found level by level. Only the first of the shortest
   * paths is {@linkplain PathSimplifier simplified}, because only this one is reported.
   *
   * @param least the minimal number of hops; a shorter path gives {@link Result.Shorter}
   * @param most a path is simplified only if it has fewer hops than this
   */
  List<Result> toEach(PathFormulas formulas, int least, int most) {
    int count = formulas.targets().size();
    SortedMap<Integer, Result> out = new TreeMap<>();
    try (LevelSolver solver = checker.levelSolver(formulas)) {
      SortedMap<Integer, LevelSearch.Result.Path> paths = new TreeMap<>();
      LevelSearch levels = new LevelSearch(solver, OptionalInt.empty());
      // Invariant: each search finds a path to one more target, or ends the search for all others.
      while (paths.size() + out.size() < count) {
        switch (levels.search()) {
          case LevelSearch.Result.Path path when path.hops() < least -> {
            levels.removeTarget(path.target());
            out.put(path.target(), new Result.Shorter());
          }
          case LevelSearch.Result.Path path -> {
            levels.removeTarget(path.target());
            paths.put(path.target(), path);
          }
          case LevelSearch.Result.NoPath none ->
              putOthers(new Result.None(none), count, paths.keySet(), out);
          case LevelSearch.Result.Unknown(String reason) ->
              putOthers(new Result.Unknown(reason), count, paths.keySet(), out);
        }
      }
      Optional<LevelSearch.Result.Path> best =
          paths.values().stream()
              .filter(path -> path.hops() < most)
              .min(Comparator.comparingInt(LevelSearch.Result.Path::hops));
      paths.forEach(
          (target, path) ->
              out.put(
                  target,
                  path(
                      best.equals(Optional.of(path))
                          ? simplifier.steps(path, solver)
                          : Optional.of(PathSimplifier.asFound(path)))));
    }
    return List.copyOf(out.values());
  }

  /** Puts {@code result} for each target that has neither a path nor a result. */
  private static void putOthers(
      Result result, int count, Set<Integer> found, SortedMap<Integer, Result> out) {
    for (int target = 0; target < count; target++) {
      if (!found.contains(target)) {
        out.putIfAbsent(target, result);
      }
    }
  }
}
