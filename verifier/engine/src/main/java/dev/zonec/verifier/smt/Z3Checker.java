package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Global;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Z3Exception;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Asks Z3 whether a formula can be true of some connection between pods and addresses that could
 * exist.
 *
 * <p>Only the answer <i>unsatisfiable</i> becomes {@link Outcome.Impossible}; every other answer is
 * not a proof. A checker is for one thread.
 */
public final class Z3Checker implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final WitnessCandidates sources;
  private final WitnessCandidates destinations;
  private Deadline deadline;
  private final Context z3;
  private final Expressions expressions;
  private final FormulaEncoding encoding;
  private final ImpossibleQuestions known;
  private final ExpressionDigests digests;
  private final List<BoolExpr> conditions;
  private final List<BoolExpr> assumedTerms = new ArrayList<>();
  private final Solver shared;
  private final Set<BoolExpr> defined = Definitions.emptySet();
  private final Solver separate;
  private final List<Formula> assumed = new ArrayList<>();
  private final Supplier<Z3Checker> another;
  private final Map<Steps, StepSolver> stepSolvers = new HashMap<>();
  private int questions;

  static {
    // Z3 can take longer to compact a model than to find it, and models are only evaluated.
    Global.setParameter("model.compact", "false");
  }

  /**
   * @param vocabulary everything that the formulas can tell apart
   * @param workloads the declared workloads, which are preferred as witnesses
   * @param deadline the time limit; later questions have the answer {@link Outcome.Unknown}
   */
  public Z3Checker(Vocabulary vocabulary, List<Workload> workloads, Deadline deadline) {
    this(vocabulary, workloads, deadline, ImpossibleQuestions.none());
  }

  /**
   * @param vocabulary everything that the formulas can tell apart
   * @param workloads the declared workloads, which are preferred as witnesses
   * @param deadline the time limit; later questions have the answer {@link Outcome.Unknown}
   * @param known the questions that need not be asked again
   */
  public Z3Checker(
      Vocabulary vocabulary,
      List<Workload> workloads,
      Deadline deadline,
      ImpossibleQuestions known) {
    this(vocabulary, workloads, deadline, known, false, SettableLabels.NONE);
  }

  /**
   * @param vocabulary everything that the formulas can tell apart
   * @param workloads the declared workloads, which are preferred as witnesses
   * @param deadline the time limit; later questions have the answer {@link Outcome.Unknown}
   * @param known the questions that need not be asked again
   * @param closed whether pods of {@code workloads} are the only pods that exist; workloads on the
   *     host network have none
   * @param settable the labels that a source can set before it connects
   */
  public Z3Checker(
      Vocabulary vocabulary,
      List<Workload> workloads,
      Deadline deadline,
      ImpossibleQuestions known,
      boolean closed,
      SettableLabels settable) {
    this.vocabulary = vocabulary;
    this.deadline = deadline;
    this.another =
        () ->
            new Z3Checker(
                vocabulary, closed ? workloads : List.of(), this.deadline, known, closed, settable);
    this.z3 = new Context();
    this.expressions = new Expressions(z3);
    this.encoding =
        new FormulaEncoding(
            expressions,
            vocabulary,
            closed
                ? Optional.of(workloads.stream().filter(w -> !w.pod().hostNetwork()).toList())
                : Optional.empty(),
            settable);
    this.sources = candidates(encoding.source(), false, workloads);
    this.destinations = candidates(encoding.destination(), true, workloads);
    this.known = known;
    this.digests = new ExpressionDigests(encoding.definitions());
    this.shared = z3.mkSimpleSolver();
    this.separate = z3.mkSimpleSolver();
    this.conditions = encoding.sideConditions();
    shared.add(Expressions.array(conditions));
    separate.add(Expressions.array(conditions));
  }

  private WitnessCandidates candidates(
      EndpointSymbols end, boolean isDestination, List<Workload> workloads) {
    return new WitnessCandidates(expressions, encoding.workloads(), end, isDestination, workloads);
  }

  /** Restricts all later questions to connections that satisfy {@code formula}. */
  public void assume(Formula formula) {
    assumed.add(formula);
    Definitions.Encoded encoded = encoding.encoded(formula);
    assumedTerms.add(encoded.expression());
    for (Solver solver : List.of(shared, separate)) {
      solver.add(
          Expressions.array(encoding.definitions().of(encoded.literals(), Definitions.emptySet())));
      solver.add(new BoolExpr[] {encoded.expression()});
    }
  }

  /**
   * Returns another checker with the same assumptions, which prefers no workloads as witnesses.
   * Other threads can call this while no assumption is made. The caller must close the result.
   */
  public Z3Checker another() {
    Z3Checker other = another.get();
    assumed.forEach(other::assume);
    return other;
  }

  /** Sets another time limit for later questions. */
  public void setDeadline(Deadline other) {
    deadline = other;
  }

  /**
   * Loads the native code of the solver, which takes time. Has no effect if it is loaded already,
   * or if it cannot be loaded: the first question then fails.
   */
  public static void warmUp() {
    try (Context context = new Context()) {
      context.mkTrue();
    } catch (LinkageError e) {
      // The run may be ending, which deletes the unpacked library while it is loaded.
    }
  }

  /**
   * Returns the number of questions that were put to the solver or known. Questions of {@link
   * #levelSolver} are not counted.
   */
  public int questions() {
    return questions;
  }

  /**
   * Returns whether {@code formula} can be true. The definitions of its literals stay in the solver
   * for later questions.
   */
  public Outcome check(Formula formula) {
    return check(formula, shared, Optional.of(defined));
  }

  /**
   * Does the same as {@link #check} for a formula about a small part of the policies. The
   * definitions are removed from the solver after the question, so that many such questions do not
   * slow each other down.
   */
  public Outcome checkSeparately(Formula formula) {
    return check(formula, separate, Optional.empty());
  }

  /**
   * Returns whether {@code formula} is proved to be impossible. No witness is searched if it is
   * not.
   */
  public boolean isImpossible(Formula formula) {
    return check(formula, shared, Optional.of(defined), Z3Checker::withoutWitness)
        instanceof Outcome.Impossible;
  }

  /** Does the same as {@link #isImpossible} for a formula about a small part of the policies. */
  public boolean isSeparatelyImpossible(Formula formula) {
    return check(formula, separate, Optional.empty(), Z3Checker::withoutWitness)
        instanceof Outcome.Impossible;
  }

  private static Outcome withoutWitness() {
    return new Outcome.Unknown("no witness was searched");
  }

  /** The end of some connection that satisfies a formula. */
  public sealed interface FoundEnd {
    /** No connection satisfies the formula. */
    record None() implements FoundEnd {}

    /**
     * A pod.
     *
     * @param namespace the number of its namespace in the vocabulary
     */
    record Pod(int namespace) implements FoundEnd {}

    /** An address. */
    record Address() implements FoundEnd {}

    /** The solver gave up. */
    record Unknown() implements FoundEnd {}
  }

  /**
   * Returns the {@code end} of any connection that satisfies {@code formula}. No simple connection
   * is searched.
   */
  public FoundEnd anyEnd(Formula formula, Formula.End end) {
    AtomicReference<FoundEnd> found = new AtomicReference<>(new FoundEnd.Unknown());
    Outcome outcome =
        check(
            formula,
            separate,
            Optional.empty(),
            () -> {
              found.set(end(separate.getModel(), end));
              return withoutWitness();
            });
    return outcome instanceof Outcome.Impossible ? new FoundEnd.None() : found.get();
  }

  private FoundEnd end(Model model, Formula.End end) {
    EndpointSymbols symbols =
        end == Formula.End.SOURCE ? encoding.source() : encoding.destination();
    return model.eval(symbols.isPod(), true).isTrue()
        ? new FoundEnd.Pod(((BitVecNum) model.eval(symbols.namespace(), true)).getInt())
        : new FoundEnd.Address();
  }

  /**
   * Returns a solver for the single steps of paths, under all assumptions made so far. All searches
   * over the same steps share one {@link StepSolver}. The caller must close the result.
   */
  public LevelSolver levelSolver(PathFormulas path) {
    Steps identity = new Steps(path.steps(), assumed.size());
    StepSolver known =
        stepSolvers.computeIfAbsent(
            identity,
            t -> {
              List<Formula> real = new ArrayList<>(assumed);
              real.add(path.steps());
              return new StepSolver(
                  vocabulary,
                  encoding,
                  expressions,
                  deadline,
                  this::witness,
                  new Formula.All(real));
            });
    return new LevelSolver(known, path);
  }

  /**
   * Identifies a step solver.
   *
   * @param steps the statement that a connection is a step
   * @param assumed the number of assumptions that the solver contains
   */
  private record Steps(Formula steps, int assumed) {}

  private Outcome check(Formula formula, Solver solver, Optional<Set<BoolExpr>> kept) {
    return check(formula, solver, kept, () -> witness(solver).smallest());
  }

  private WitnessSearch witness(Solver solver) {
    return new WitnessSearch(
        vocabulary, sources, destinations, encoding, expressions, solver, deadline);
  }

  private Outcome check(
      Formula formula,
      Solver solver,
      Optional<Set<BoolExpr>> kept,
      Supplier<Outcome> ifSatisfiable) {
    if (deadline.passed()) {
      return new Outcome.Unknown("the time ran out");
    }
    questions++;
    int base = solver.getNumScopes();
    try {
      Definitions.Encoded encoded = encoding.encoded(formula);
      List<BoolExpr> parts = new ArrayList<>(encoding.namedPortConditions());
      parts.add(encoded.expression());
      Optional<QuestionKey> key = key(parts);
      if (key.isPresent() && known.contains(key.get())) {
        return new Outcome.Impossible();
      }
      kept.ifPresent(before -> solver.add(definitions(encoded, before)));
      solver.push();
      if (kept.isEmpty()) {
        solver.add(definitions(encoded, Definitions.emptySet()));
      }
      solver.add(Expressions.array(parts));
      setTimeout(solver);
      return switch (solver.check()) {
        case UNSATISFIABLE -> {
          key.ifPresent(known::add);
          yield new Outcome.Impossible();
        }
        case UNKNOWN -> new Outcome.Unknown(reason(solver));
        case SATISFIABLE -> ifSatisfiable.get();
      };
    } catch (Z3Exception e) {
      return new Outcome.Unknown("the solver failed: " + e.getMessage());
    } finally {
      solver.pop(solver.getNumScopes() - base);
    }
  }

  /** Returns the key of the question with {@code parts}; empty if no question is remembered. */
  private Optional<QuestionKey> key(List<BoolExpr> parts) {
    return known instanceof ImpossibleQuestions.Nothing
        ? Optional.empty()
        : Optional.of(digests.question(List.of(conditions, assumedTerms, parts)));
  }

  private BoolExpr[] definitions(Definitions.Encoded encoded, Set<BoolExpr> known) {
    return Expressions.array(encoding.definitions().of(encoded.literals(), known));
  }

  private void setTimeout(Solver solver) {
    Params params = z3.mkParams();
    params.add("timeout", deadline.remainingMillis());
    solver.setParameters(params);
  }

  private String reason(Solver solver) {
    return deadline.passed()
        ? "the time ran out"
        : "the solver gave up: " + solver.getReasonUnknown();
  }

  @Override
  public void close() {
    z3.close();
  }
}
