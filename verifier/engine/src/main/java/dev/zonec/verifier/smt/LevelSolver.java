package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Answers the questions of a search for paths level by level. Each question is whether a single
 * step exists.
 *
 * <p>The sources of a step on level i are the ends that at most i steps may lead to. Level 0 has no
 * sources but the starts. {@link #block} excludes a region from a level and from all levels below
 * it, except for starts.
 *
 * <p>Several searches share a {@link StepSolver}. Invariant: every assertion of a search has an
 * effect only while a literal of this search is assumed. The literals are {@code active} (this
 * search is active), {@code atStart} and {@code atRelay} (the source is a start or a relay), one
 * for each target, and one for each level. {@link #close} makes them false, so that later searches
 * are not affected.
 *
 * <p>A solver is for one thread.
 */
public final class LevelSolver implements AutoCloseable {
  private final StepSolver steps;
  private final Expressions expressions;
  private final Solver solver;
  private final RegionAxes axes;
  private final BoolExpr active;
  private final BoolExpr atStart;
  private final BoolExpr atRelay;
  private final BoolExpr atTarget;
  private final List<BoolExpr> targets = new ArrayList<>();
  private final List<BoolExpr> removed = new ArrayList<>();
  private final List<BoolExpr> levels = new ArrayList<>();

  LevelSolver(StepSolver steps, PathFormulas path) {
    this.steps = steps;
    this.expressions = steps.expressions();
    this.solver = steps.solver();
    this.axes = steps.axes();
    this.active = freshLiteral();
    this.atStart = freshLiteral();
    this.atRelay = freshLiteral();
    this.atTarget = freshLiteral();
    assertTerm(expressions.implies(active, expressions.or(List.of(atStart, atRelay))));
    steps.add(path.starts(), expression -> expressions.implies(atStart, expression));
    steps.add(path.relays(), expression -> expressions.implies(atRelay, expression));
    steps.add(
        path.stops(),
        expression ->
            expressions.or(List.of(expressions.not(atRelay), expressions.not(expression))));
    for (Formula target : path.targets()) {
      BoolExpr here = freshLiteral();
      targets.add(here);
      steps.add(target, expression -> expressions.implies(here, expression));
    }
    assertTerm(expressions.implies(atTarget, expressions.or(targets)));
  }

  /** Ends the search. No question may follow. */
  @Override
  public void close() {
    List<BoolExpr> literals = new ArrayList<>(List.of(active, atStart, atRelay, atTarget));
    literals.addAll(targets);
    literals.addAll(levels);
    literals.forEach(this::retire);
  }

  /** Excludes the target with this number from later calls of {@link #stepIntoTarget}. */
  public void removeTarget(int target) {
    removed.add(expressions.not(targets.get(target)));
  }

  /** The answer to a question about a step. */
  public sealed interface Answer {
    /**
     * There is a step.
     *
     * @param source the source of the step
     * @param destination the destination of the step
     * @param connection the step, with one port
     */
    record StepFound(Region source, Region destination, Step connection) implements Answer {}

    /**
     * There is a step to a target.
     *
     * @param last the step
     * @param target the number of the target
     */
    record TargetFound(StepFound last, int target) implements Answer {}

    /**
     * There is no step into a region.
     *
     * @param ends a region that contains the region in question, and that no step leads into either
     */
    record NoStepInto(Region ends) implements Answer {}

    /** There is no step to any target. */
    record NoStepToTarget() implements Answer {}

    /**
     * The solver gave no answer.
     *
     * @param reason the reason, as a clause
     */
    record Unknown(String reason) implements Answer {}
  }

  /**
   * Returns whether a step leads from a start, or from a source of {@code level}, to a target that
   * is not removed.
   */
  public Answer stepIntoTarget(int level) {
    List<BoolExpr> sources = sources(level);
    sources.add(atTarget);
    sources.addAll(removed);
    return switch (check(sources)) {
      case SATISFIABLE -> targetFound();
      case UNSATISFIABLE -> new Answer.NoStepToTarget();
      case UNKNOWN -> unknown();
    };
  }

  private Answer.TargetFound targetFound() {
    Model model = solver.getModel();
    int target =
        IntStream.range(0, targets.size())
            .filter(at -> model.eval(targets.get(at), true).isTrue())
            .findFirst()
            .orElseThrow();
    return new Answer.TargetFound(found(model), target);
  }

  /**
   * Returns whether a step leads into {@code region} from a start, or from a source of {@code
   * level} outside of {@code region}. Steps within the region do not matter, because a path must
   * enter it first.
   *
   * <p>If there is none, the answer generalizes the region. Each restriction of the region to some
   * values of an axis is an assumption of the question, and the unsatisfiable core names the
   * restrictions that matter. A second question asks the same value by value, for the axes that
   * matter.
   */
  public Answer stepInto(Region region, int level) {
    List<BoolExpr> sources = sources(level);
    BoolExpr outside = freshLiteral();
    assertTerm(
        expressions.implies(
            outside,
            expressions.or(List.of(atStart, expressions.not(axes.in(steps.source(), region))))));
    sources.add(outside);
    List<Bits> values = axes.values(region);
    List<Bits> whole = axes.allValues(region);
    List<Part> parts = new ArrayList<>();
    for (int axis = 0; axis < values.size(); axis++) {
      if (!values.get(axis).containsAll(whole.get(axis))) {
        parts.add(part(region, axis, whole.get(axis).minus(values.get(axis))));
      }
    }
    Answer answer = into(region, sources, parts);
    // No other question uses the literal.
    retire(outside);
    return answer;
  }

  /**
   * An assumption of a question: the destination has no value in {@code not} on an axis.
   *
   * @param axis the number of the axis
   * @param not the excluded values
   * @param literal the literal of the assumption
   */
  private record Part(int axis, Bits not, BoolExpr literal) {}

  private Part part(Region like, int axis, Bits not) {
    BoolExpr literal = freshLiteral();
    Bits rest = axes.allValues(like).get(axis).minus(not);
    assertTerm(expressions.implies(literal, axes.hasValue(steps.destination(), like, axis, rest)));
    return new Part(axis, not, literal);
  }

  private Answer into(Region region, List<BoolExpr> sources, List<Part> parts) {
    BoolExpr kind = kind(region);
    sources.add(kind);
    List<BoolExpr> literals = new ArrayList<>(List.of(kind));
    parts.forEach(part -> literals.add(part.literal()));
    Answer answer = into(region, sources, parts, literals);
    literals.forEach(this::retire);
    return answer;
  }

  private Answer into(
      Region region, List<BoolExpr> sources, List<Part> parts, List<BoolExpr> literals) {
    Status status = check(with(sources, parts));
    if (status == Status.SATISFIABLE) {
      return found(solver.getModel());
    }
    if (status == Status.UNKNOWN) {
      return unknown();
    }
    List<Part> needed = needed(parts);
    // The same question, with one assumption for each excluded value of the axes that matter.
    List<Part> byValue = new ArrayList<>();
    for (Part part : needed) {
      for (Bits not : Chunks.of(part.not())) {
        byValue.add(part(region, part.axis(), not));
      }
    }
    byValue.forEach(part -> literals.add(part.literal()));
    List<Part> fewest = needed;
    if (byValue.size() > needed.size() && check(with(sources, byValue)) == Status.UNSATISFIABLE) {
      fewest = needed(byValue);
    }
    return new Answer.NoStepInto(without(region, fewest));
  }

  private BoolExpr kind(Region region) {
    BoolExpr literal = freshLiteral();
    assertTerm(expressions.implies(literal, axes.kind(steps.destination(), region)));
    return literal;
  }

  private static List<BoolExpr> with(List<BoolExpr> sources, List<Part> parts) {
    List<BoolExpr> all = new ArrayList<>(sources);
    parts.forEach(part -> all.add(part.literal()));
    return all;
  }

  /** Returns the parts in the unsatisfiable core of the last question. */
  private List<Part> needed(List<Part> parts) {
    Set<BoolExpr> core = new HashSet<>(Arrays.asList(solver.getUnsatCore()));
    return parts.stream().filter(part -> core.contains(part.literal())).toList();
  }

  /** Returns all ends of the kind of {@code like} that satisfy {@code parts}. */
  private Region without(Region like, List<Part> parts) {
    List<Bits> values = new ArrayList<>(axes.allValues(like));
    for (Part part : parts) {
      values.set(part.axis(), values.get(part.axis()).minus(part.not()));
    }
    return axes.with(like, values);
  }

  /**
   * Returns the assumptions that restrict the source to starts and sources of {@code level}: the
   * literals of this level and of all levels above, because a region that is blocked at a level is
   * blocked below it too.
   */
  private List<BoolExpr> sources(int level) {
    List<BoolExpr> out = new ArrayList<>(List.of(active));
    if (level == 0) {
      out.add(atStart);
    }
    for (int at = Math.max(level, 1); at <= levels.size(); at++) {
      out.add(levels.get(at - 1));
    }
    return out;
  }

  /**
   * Excludes {@code region} from the sources of {@code level} and of all levels below it. No path
   * of at most {@code level} steps may lead into the region.
   */
  public void block(Region region, int level) {
    while (levels.size() < level) {
      levels.add(freshLiteral());
    }
    assertTerm(
        expressions.or(
            List.of(
                expressions.not(levels.get(level - 1)),
                atStart,
                expressions.not(axes.in(steps.source(), region)))));
  }

  /**
   * Returns whether a step leads from an end in {@code sources} to an end in {@code destinations}.
   * If the solver gives up, the answer is no.
   *
   * @param starts whether the step is the first of a path; if not, its source must be a relay
   * @param target the target that the step must lead to, if any
   */
  public boolean hasStep(
      List<Region> sources, List<Region> destinations, boolean starts, OptionalInt target) {
    BoolExpr here = freshLiteral();
    boolean leads =
        check(between(here, sources, destinations, starts, target)) == Status.SATISFIABLE;
    retire(here);
    return leads;
  }

  private List<BoolExpr> between(
      BoolExpr here,
      List<Region> sources,
      List<Region> destinations,
      boolean starts,
      OptionalInt target) {
    List<BoolExpr> all = new ArrayList<>(List.of(active, starts ? atStart : atRelay));
    target.ifPresent(number -> all.add(targets.get(number)));
    assertTerm(expressions.implies(here, in(steps.source(), sources)));
    assertTerm(expressions.implies(here, in(steps.destination(), destinations)));
    all.add(here);
    return all;
  }

  private BoolExpr in(EndpointSymbols end, List<Region> regions) {
    return expressions.or(regions.stream().map(region -> axes.in(end, region)).toList());
  }

  /**
   * Returns a step from {@code source} to {@code destination} with a well-known port if possible;
   * empty if there is none or the solver gives up. See {@link #hasStep} for the parameters.
   */
  public Optional<Step> findStep(
      Region source, Region destination, boolean starts, OptionalInt target) {
    int base = solver.getNumScopes();
    solver.push();
    try {
      BoolExpr here = freshLiteral();
      solver.add(
          Expressions.array(between(here, List.of(source), List.of(destination), starts, target)));
      if (check(List.of()) != Status.SATISFIABLE) {
        return Optional.empty();
      }
      WitnessSearch witness = steps.witness();
      FamilyAndPort chosen = witness.familyAndPort();
      Box worn = axes.point(witness.model(), steps.worn()).box();
      return Optional.of(step(source, worn, destination, chosen));
    } finally {
      solver.pop(solver.getNumScopes() - base);
    }
  }

  private Answer.StepFound found(Model model) {
    Region source = axes.point(model, steps.source());
    Region destination = axes.point(model, steps.destination());
    return new Answer.StepFound(
        source,
        destination,
        step(
            source,
            axes.point(model, steps.worn()).box(),
            destination,
            steps.familyAndPort(model)));
  }

  private static Step step(Region source, Box worn, Region destination, FamilyAndPort chosen) {
    return new Step(
        source.box(), worn, destination.box(), List.of(chosen.port()), Set.of(chosen.family()));
  }

  private Answer.Unknown unknown() {
    return new Answer.Unknown(steps.whyUnknown());
  }

  private Status check(List<BoolExpr> assumed) {
    return steps.check(assumed);
  }

  private void assertTerm(BoolExpr expression) {
    steps.assertTerm(expression);
  }

  /** Makes a literal false for good. */
  private void retire(BoolExpr literal) {
    steps.assertTerm(expressions.not(literal));
  }

  private BoolExpr freshLiteral() {
    return steps.freshLiteral();
  }
}
