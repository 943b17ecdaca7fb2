package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.zonec.verifier.quotient.Bits;
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
 * Asks for single steps of paths from some starts to some targets.
 *
 * <p>A level is a bound on the number of steps that lead to an end. What is {@link #block}ed at a
 * level is left out as a source of steps there and at all levels below, but for starts. Level 0 has
 * no sources but the starts. Not for more than one thread.
 *
 * <p>Several searches share a {@link StepSolver}. All that one of them adds depends on its own
 * literals: {@code asked}, that it is this search that asks; {@code atStart} and {@code atRelay},
 * what the source is; one for each target and level. {@link #close} makes them false.
 */
public final class LevelSolver implements AutoCloseable {
  private final StepSolver steps;
  private final Terms terms;
  private final Solver solver;
  private final RegionAxes axes;
  private final BoolExpr asked;
  private final BoolExpr atStart;
  private final BoolExpr atRelay;
  private final BoolExpr atTarget;
  private final List<BoolExpr> targets = new ArrayList<>();
  private final List<BoolExpr> dropped = new ArrayList<>();
  private final List<BoolExpr> levels = new ArrayList<>();

  LevelSolver(StepSolver steps, PathFormulas path) {
    this.steps = steps;
    this.terms = steps.terms();
    this.solver = steps.solver();
    this.axes = steps.axes();
    this.asked = freshLiteral();
    this.atStart = freshLiteral();
    this.atRelay = freshLiteral();
    this.atTarget = freshLiteral();
    assertTerm(terms.implies(asked, terms.or(List.of(atStart, atRelay))));
    steps.add(path.starts(), term -> terms.implies(atStart, term));
    steps.add(path.relays(), term -> terms.implies(atRelay, term));
    steps.add(path.stops(), term -> terms.or(List.of(terms.not(atRelay), terms.not(term))));
    for (Formula target : path.targets()) {
      BoolExpr here = freshLiteral();
      targets.add(here);
      steps.add(target, term -> terms.implies(here, term));
    }
    assertTerm(terms.implies(atTarget, terms.or(targets)));
  }

  /** Ends the search: nothing is to be asked any more. */
  @Override
  public void close() {
    List<BoolExpr> mine = new ArrayList<>(List.of(asked, atStart, atRelay, atTarget));
    mine.addAll(targets);
    mine.addAll(levels);
    mine.forEach(this::retire);
  }

  /** {@link #stepIntoTarget} asks for no path to the target with that number any more. */
  public void removeTarget(int target) {
    dropped.add(terms.not(targets.get(target)));
  }

  /** What came of asking for a step. */
  public sealed interface Answer {
    /**
     * There is one.
     *
     * @param source where it begins
     * @param destination where it leads
     * @param connection the step itself, on one port
     */
    record StepFound(Region source, Region destination, Step connection) implements Answer {}

    /** There is one to the target with that number. */
    record TargetFound(StepFound last, int target) implements Answer {}

    /** There is none into these ends, among which are those that were asked about. */
    record NoStepInto(Region ends) implements Answer {}

    /** There is none. */
    record NoStepToTarget() implements Answer {}

    /** The solver gave no answer. */
    record Unknown(String reason) implements Answer {}
  }

  /** Whether a step leads from a start, or a source of {@code level}, to one of the targets. */
  public Answer stepIntoTarget(int level) {
    List<BoolExpr> sources = sources(level);
    sources.add(atTarget);
    sources.addAll(dropped);
    return switch (check(sources)) {
      case SATISFIABLE -> arrival();
      case UNSATISFIABLE -> new Answer.NoStepToTarget();
      case UNKNOWN -> unknown();
    };
  }

  private Answer.TargetFound arrival() {
    Model model = solver.getModel();
    int target =
        IntStream.range(0, targets.size())
            .filter(at -> model.eval(targets.get(at), true).isTrue())
            .findFirst()
            .orElseThrow();
    return new Answer.TargetFound(found(model), target);
  }

  /**
   * Whether a step leads into {@code region} from a start, or a source of {@code level} that is not
   * in {@code region} itself: a path has to enter it somewhere. If none does, the answer names more
   * ends of which the same is true.
   */
  public Answer stepInto(Region region, int level) {
    List<BoolExpr> sources = sources(level);
    BoolExpr outside = freshLiteral();
    assertTerm(
        terms.implies(
            outside, terms.or(List.of(atStart, terms.not(axes.in(steps.source(), region))))));
    sources.add(outside);
    List<Bits> values = axes.values(region);
    List<Bits> whole = axes.whole(region);
    List<Part> parts = new ArrayList<>();
    for (int axis = 0; axis < values.size(); axis++) {
      if (!values.get(axis).containsAll(whole.get(axis))) {
        parts.add(part(region, axis, whole.get(axis).minus(values.get(axis))));
      }
    }
    Answer answer = into(region, sources, parts);
    // What was asked is asked once.
    retire(outside);
    return answer;
  }

  /** An assumption: the destination has none of {@code not} on the axis. */
  private record Part(int axis, Bits not, BoolExpr literal) {}

  private Part part(Region like, int axis, Bits not) {
    BoolExpr literal = freshLiteral();
    Bits rest = axes.whole(like).get(axis).minus(not);
    assertTerm(terms.implies(literal, axes.on(steps.destination(), like, axis, rest)));
    return new Part(axis, not, literal);
  }

  private Answer into(Region region, List<BoolExpr> sources, List<Part> parts) {
    BoolExpr kind = kind(region);
    sources.add(kind);
    List<BoolExpr> mine = new ArrayList<>(List.of(kind));
    parts.forEach(part -> mine.add(part.literal()));
    Answer answer = into(region, sources, parts, mine);
    mine.forEach(this::retire);
    return answer;
  }

  private Answer into(
      Region region, List<BoolExpr> sources, List<Part> parts, List<BoolExpr> mine) {
    Status status = check(with(sources, parts));
    if (status == Status.SATISFIABLE) {
      return found(solver.getModel());
    }
    if (status == Status.UNKNOWN) {
      return unknown();
    }
    List<Part> needed = needed(parts);
    // Then by values: of each axis that matters, those that a step may not have.
    List<Part> byValue = new ArrayList<>();
    for (Part part : needed) {
      for (Bits not : Chunks.of(part.not())) {
        byValue.add(part(region, part.axis(), not));
      }
    }
    byValue.forEach(part -> mine.add(part.literal()));
    List<Part> few = needed;
    if (byValue.size() > needed.size() && check(with(sources, byValue)) == Status.UNSATISFIABLE) {
      few = needed(byValue);
    }
    return new Answer.NoStepInto(without(region, few));
  }

  private BoolExpr kind(Region region) {
    BoolExpr literal = freshLiteral();
    assertTerm(terms.implies(literal, axes.kind(steps.destination(), region)));
    return literal;
  }

  private static List<BoolExpr> with(List<BoolExpr> sources, List<Part> parts) {
    List<BoolExpr> all = new ArrayList<>(sources);
    parts.forEach(part -> all.add(part.literal()));
    return all;
  }

  /** The parts without which the last question would have another answer. */
  private List<Part> needed(List<Part> parts) {
    Set<BoolExpr> core = new HashSet<>(Arrays.asList(solver.getUnsatCore()));
    return parts.stream().filter(part -> core.contains(part.literal())).toList();
  }

  private Region without(Region like, List<Part> parts) {
    List<Bits> values = new ArrayList<>(axes.whole(like));
    for (Part part : parts) {
      values.set(part.axis(), values.get(part.axis()).minus(part.not()));
    }
    return axes.with(like, values);
  }

  private List<BoolExpr> sources(int level) {
    List<BoolExpr> out = new ArrayList<>(List.of(asked));
    if (level == 0) {
      out.add(atStart);
    }
    for (int at = Math.max(level, 1); at <= levels.size(); at++) {
      out.add(levels.get(at - 1));
    }
    return out;
  }

  /** Takes it that no more than {@code level} steps lead into {@code region}. */
  public void block(Region region, int level) {
    while (levels.size() < level) {
      levels.add(freshLiteral());
    }
    assertTerm(
        terms.or(
            List.of(
                terms.not(levels.get(level - 1)),
                atStart,
                terms.not(axes.in(steps.source(), region)))));
  }

  /**
   * Whether a step leads from an end in one of {@code sources} to one in {@code destinations}.
   *
   * @param starts whether it has to be the first of a path; else its source is passed through
   * @param target the target that it has to lead to, if any
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
    List<BoolExpr> all = new ArrayList<>(List.of(asked, starts ? atStart : atRelay));
    target.ifPresent(number -> all.add(targets.get(number)));
    assertTerm(terms.implies(here, in(steps.source(), sources)));
    assertTerm(terms.implies(here, in(steps.destination(), destinations)));
    all.add(here);
    return all;
  }

  private BoolExpr in(EndpointSymbols end, List<Region> regions) {
    return terms.or(regions.stream().map(region -> axes.in(end, region)).toList());
  }

  /** How a step leads from {@code source} to {@code destination}, on a port that reads well. */
  public Optional<Step> findStep(
      Region source, Region destination, boolean starts, OptionalInt target) {
    int base = solver.getNumScopes();
    solver.push();
    try {
      BoolExpr here = freshLiteral();
      solver.add(Terms.array(between(here, List.of(source), List.of(destination), starts, target)));
      if (check(List.of()) != Status.SATISFIABLE) {
        return Optional.empty();
      }
      return Optional.of(step(source, destination, steps.witness().familyAndPort()));
    } finally {
      solver.pop(solver.getNumScopes() - base);
    }
  }

  private Answer.StepFound found(Model model) {
    Region source = axes.point(model, steps.source());
    Region destination = axes.point(model, steps.destination());
    return new Answer.StepFound(
        source, destination, step(source, destination, steps.familyAndPort(model)));
  }

  private static Step step(Region source, Region destination, FamilyAndPort chosen) {
    return new Step(
        source.box(), destination.box(), List.of(chosen.port()), Set.of(chosen.family()));
  }

  private Answer.Unknown unknown() {
    return new Answer.Unknown(steps.whyUnknown());
  }

  private Status check(List<BoolExpr> assumed) {
    return steps.check(assumed);
  }

  private void assertTerm(BoolExpr term) {
    steps.assertTerm(term);
  }

  private void retire(BoolExpr literal) {
    steps.assertTerm(terms.not(literal));
  }

  private BoolExpr freshLiteral() {
    return steps.freshLiteral();
  }
}
