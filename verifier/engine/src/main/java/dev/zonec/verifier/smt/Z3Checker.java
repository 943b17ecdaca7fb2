package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Global;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Z3Exception;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Z3 whether a formula can be true of some connection, over every pod that could exist.
 *
 * <p>{@link Outcome.Impossible} is given iff Z3 answers {@code unsat}; whatever else it answers is
 * not a proof. A checker is for one thread.
 */
public final class Z3Checker implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final Deadline deadline;
  private final Context z3;
  private final Terms terms;
  private final FormulaEncoding encoding;
  private final Solver whole;
  private final Set<BoolExpr> defined = Definitions.emptySet();
  private final Solver alone;
  private final List<Formula> assumed = new ArrayList<>();
  private final Map<Steps, StepSolver> stepSolvers = new HashMap<>();
  private int questions;

  static {
    // Models are only evaluated. To make one compact takes longer than to find it.
    Global.setParameter("model.compact", "false");
  }

  /**
   * @param vocabulary everything that the formulas will tell apart
   * @param workloads what is declared; a witness is one of them where one serves
   * @param deadline when to give up; later questions are answered {@link Outcome.Unknown}
   */
  public Z3Checker(Vocabulary vocabulary, List<Workload> workloads, Deadline deadline) {
    this.vocabulary = vocabulary;
    this.workloads = List.copyOf(workloads);
    this.deadline = deadline;
    this.z3 = new Context();
    this.terms = new Terms(z3);
    this.encoding = new FormulaEncoding(terms, vocabulary);
    // What holds of every connection is asserted once in each.
    this.whole = z3.mkSimpleSolver();
    this.alone = z3.mkSimpleSolver();
    BoolExpr[] conditions = Terms.array(encoding.sideConditions());
    whole.add(conditions);
    alone.add(conditions);
  }

  /** Takes it from now on that {@code formula} holds of every connection there is. */
  public void assume(Formula formula) {
    assumed.add(formula);
    Definitions.Encoded encoded = encoding.encoded(formula);
    for (Solver solver : List.of(whole, alone)) {
      solver.add(
          Terms.array(encoding.definitions().of(encoded.literals(), Definitions.emptySet())));
      solver.add(new BoolExpr[] {encoded.term()});
    }
  }

  /** Loads the solver's native code, which takes a while; harmless when it is loaded already. */
  public static void warmUp() {
    try (Context context = new Context()) {
      context.mkTrue();
    }
  }

  /** How many questions were put to the solver. */
  public int questions() {
    return questions;
  }

  /**
   * Whether {@code formula} can be true. What its literals stand for stays with the solver, for
   * other questions that need it too.
   */
  public Outcome check(Formula formula) {
    return check(formula, whole, Optional.of(defined));
  }

  /**
   * The same for a formula about a small part of the policies: the solver forgets what it was told
   * of them, so that the many questions of a kind do not weigh on each other.
   */
  public Outcome checkSeparately(Formula formula) {
    return check(formula, alone, Optional.empty());
  }

  /**
   * Asks for single steps of paths, of which everything holds that was assumed so far. All that are
   * about the same steps share a solver; they are to be closed.
   */
  public LevelSolver levelSolver(PathFormulas path) {
    Steps told = new Steps(path.steps(), assumed.size());
    StepSolver known =
        stepSolvers.computeIfAbsent(
            told,
            t -> {
              List<Formula> real = new ArrayList<>(assumed);
              real.add(path.steps());
              return new StepSolver(
                  vocabulary, workloads, encoding, terms, deadline, new Formula.All(real));
            });
    return new LevelSolver(known, path);
  }

  /** What a solver was told of steps: what they are, and how many assumptions. */
  private record Steps(Formula steps, int assumed) {}

  private Outcome check(Formula formula, Solver solver, Optional<Set<BoolExpr>> kept) {
    if (deadline.passed()) {
      return new Outcome.Unknown("the time ran out");
    }
    questions++;
    int base = solver.getNumScopes();
    try {
      Definitions.Encoded encoded = encoding.encoded(formula);
      kept.ifPresent(known -> solver.add(definitions(encoded, known)));
      solver.push();
      if (kept.isEmpty()) {
        solver.add(definitions(encoded, Definitions.emptySet()));
      }
      List<BoolExpr> parts = new ArrayList<>(encoding.namedPortConditions());
      parts.add(encoded.term());
      solver.add(Terms.array(parts));
      setTimeout(solver);
      return switch (solver.check()) {
        case UNSATISFIABLE -> new Outcome.Impossible();
        case UNKNOWN -> new Outcome.Unknown(reason(solver));
        case SATISFIABLE ->
            new WitnessSearch(vocabulary, workloads, encoding, terms, solver, deadline).smallest();
      };
    } catch (Z3Exception e) {
      return new Outcome.Unknown("the solver failed: " + e.getMessage());
    } finally {
      solver.pop(solver.getNumScopes() - base);
    }
  }

  private BoolExpr[] definitions(Definitions.Encoded encoded, Set<BoolExpr> known) {
    return Terms.array(encoding.definitions().of(encoded.literals(), known));
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
