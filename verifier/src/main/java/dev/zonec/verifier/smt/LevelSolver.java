package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.world.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Asks for single steps of paths from some starts to some targets.
 *
 * <p>A level is a bound on the number of steps that lead to an end. What is {@link #block}ed at a
 * level is left out as a source of steps there and at all levels below, but for starts. Level 0 has
 * no sources but the starts. Not for more than one thread.
 */
public final class LevelSolver {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final FormulaEncoding encoding;
  private final Terms terms;
  private final Deadline deadline;
  private final Solver solver;
  private final RegionAxes axes;
  private final BoolExpr atStart;
  private final BoolExpr atTarget;
  private final List<BoolExpr> levels = new ArrayList<>();

  LevelSolver(
      Vocabulary vocabulary,
      List<Workload> workloads,
      FormulaEncoding encoding,
      Terms terms,
      Deadline deadline,
      PathFormulas path) {
    this.vocabulary = vocabulary;
    this.workloads = workloads;
    this.encoding = encoding;
    this.terms = terms;
    this.deadline = deadline;
    this.solver = terms.z3().mkSimpleSolver();
    this.axes = new RegionAxes(terms, vocabulary, encoding.ends(), encoding.connection());
    this.atStart = fresh();
    this.atTarget = fresh();
    assertPath(path);
  }

  private void assertPath(PathFormulas path) {
    solver.add(Terms.array(encoding.sideConditions()));
    Set<BoolExpr> known = Definitions.none();
    add(path.steps(), known, term -> term);
    add(path.starts(), known, term -> terms.implies(atStart, term));
    add(path.passes(), known, term -> terms.implies(terms.not(atStart), term));
    // A path that passes through a target is longer than one that ends there.
    add(path.sourceIsTarget(), known, term -> terms.or(List.of(atStart, terms.not(term))));
    add(path.targets(), known, term -> terms.implies(atTarget, term));
    solver.add(Terms.array(encoding.namedPortConditions()));
  }

  private void add(Formula formula, Set<BoolExpr> known, UnaryOperator<BoolExpr> how) {
    Definitions.Needing encoded = encoding.encoded(formula);
    solver.add(Terms.array(encoding.definitions().of(encoded.needs(), known)));
    always(how.apply(encoded.term()));
  }

  /** What came of asking for a step. */
  public sealed interface Answer {
    /** There is one, between these two ends. */
    record Step(Region source, Region destination) implements Answer {}

    /** There is none into these ends, among which are those that were asked about. */
    record None(Region ends) implements Answer {}

    /** There is none. */
    record NoneAtAll() implements Answer {}

    /** The solver gave no answer. */
    record Unknown(String reason) implements Answer {}
  }

  /** Whether a step leads from a start, or a source of {@code level}, to a target. */
  public Answer intoTargets(int level) {
    List<BoolExpr> sources = sources(level);
    sources.add(atTarget);
    return switch (check(sources)) {
      case SATISFIABLE -> found();
      case UNSATISFIABLE -> new Answer.NoneAtAll();
      case UNKNOWN -> unknown();
    };
  }

  /**
   * Whether a step leads into {@code region} from a start, or a source of {@code level} that is not
   * in {@code region} itself: a path has to enter it somewhere. If none does, the answer names more
   * ends of which the same is true.
   */
  public Answer into(Region region, int level) {
    List<BoolExpr> sources = sources(level);
    BoolExpr outside = fresh();
    always(
        terms.implies(
            outside, terms.or(List.of(atStart, terms.not(axes.in(encoding.source(), region))))));
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
    always(terms.not(outside));
    return answer;
  }

  /** An assumption: the destination has none of {@code not} on the axis. */
  private record Part(int axis, Bits not, BoolExpr literal) {}

  private Part part(Region like, int axis, Bits not) {
    BoolExpr literal = fresh();
    Bits rest = axes.whole(like).get(axis).minus(not);
    always(terms.implies(literal, axes.on(encoding.destination(), like, axis, rest)));
    return new Part(axis, not, literal);
  }

  private Answer into(Region region, List<BoolExpr> sources, List<Part> parts) {
    sources.add(kind(region));
    Status status = check(with(sources, parts));
    if (status == Status.SATISFIABLE) {
      return found();
    }
    if (status == Status.UNKNOWN) {
      return unknown();
    }
    List<Part> needed = needed(parts);
    // Then by values: of each axis that matters, those that a step may not have.
    List<Part> byValue = new ArrayList<>();
    for (Part part : needed) {
      for (Bits not : Spans.of(part.not())) {
        byValue.add(part(region, part.axis(), not));
      }
    }
    List<Part> few = needed;
    if (byValue.size() > needed.size() && check(with(sources, byValue)) == Status.UNSATISFIABLE) {
      few = needed(byValue);
    }
    return new Answer.None(without(region, few));
  }

  private BoolExpr kind(Region region) {
    BoolExpr literal = fresh();
    always(terms.implies(literal, axes.kind(encoding.destination(), region)));
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
    List<BoolExpr> out = new ArrayList<>();
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
      levels.add(fresh());
    }
    always(
        terms.or(
            List.of(
                terms.not(levels.get(level - 1)),
                atStart,
                terms.not(axes.in(encoding.source(), region)))));
  }

  /**
   * Whether a step leads from the one end of {@code source} to that of {@code destination}.
   *
   * @param starts whether it has to be the first of a path; else its source is passed through
   * @param ends whether it has to be the last
   */
  public boolean leads(Region source, Region destination, boolean starts, boolean ends) {
    return check(between(source, destination, starts, ends)) == Status.SATISFIABLE;
  }

  private List<BoolExpr> between(Region source, Region destination, boolean starts, boolean ends) {
    List<BoolExpr> all = new ArrayList<>();
    all.add(starts ? atStart : terms.not(atStart));
    if (ends) {
      all.add(atTarget);
    }
    BoolExpr here = fresh();
    always(terms.implies(here, axes.in(encoding.source(), source)));
    always(terms.implies(here, axes.in(encoding.destination(), destination)));
    all.add(here);
    return all;
  }

  /** How a step leads from {@code source} to {@code destination}, on a port that reads well. */
  public Optional<Step> step(Region source, Region destination, boolean starts, boolean ends) {
    int base = solver.getNumScopes();
    solver.push();
    try {
      solver.add(Terms.array(between(source, destination, starts, ends)));
      if (check(List.of()) != Status.SATISFIABLE) {
        return Optional.empty();
      }
      WitnessSearch.Ride ride =
          new WitnessSearch(vocabulary, workloads, encoding, terms, solver, deadline).ride();
      return Optional.of(
          new Step(
              source.box(), destination.box(), List.of(ride.opening()), Set.of(ride.family())));
    } finally {
      solver.pop(solver.getNumScopes() - base);
    }
  }

  private Answer.Step found() {
    Model model = solver.getModel();
    return new Answer.Step(
        axes.point(model, encoding.source()), axes.point(model, encoding.destination()));
  }

  private Answer.Unknown unknown() {
    return new Answer.Unknown(
        deadline.passed()
            ? "the time ran out"
            : "the solver gave up: " + solver.getReasonUnknown());
  }

  private Status check(List<BoolExpr> assumed) {
    if (deadline.passed()) {
      return Status.UNKNOWN;
    }
    Params params = terms.z3().mkParams();
    params.add("timeout", deadline.remainingMillis());
    solver.setParameters(params);
    try {
      return solver.check(Terms.array(assumed));
    } catch (Z3Exception e) {
      return Status.UNKNOWN;
    }
  }

  private void always(BoolExpr term) {
    solver.add(new BoolExpr[] {term});
  }

  private BoolExpr fresh() {
    return (BoolExpr) terms.z3().mkFreshConst("level", terms.z3().getBoolSort());
  }
}
