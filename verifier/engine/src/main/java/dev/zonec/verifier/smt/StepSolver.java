package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A solver that contains the definition of a step. To add this definition costs more time than most
 * questions, so all searches over the same steps share one solver.
 *
 * <p>Invariant: every assertion is true of every step, or has an effect only while a certain
 * literal is assumed. An assertion of one search therefore changes no answer of another search,
 * once its literals are false for good. The solver keeps what it has learned meanwhile.
 */
final class StepSolver {
  private final FormulaEncoding encoding;
  private final Expressions expressions;
  private final Deadline deadline;
  private final Solver solver;
  private final RegionAxes axes;
  private final Function<Solver, WitnessSearch> witnesses;
  private final Set<BoolExpr> known = Definitions.emptySet();

  /**
   * @param witnesses returns a search for a simple witness of the last answer of a solver
   */
  StepSolver(
      Vocabulary vocabulary,
      FormulaEncoding encoding,
      Expressions expressions,
      Deadline deadline,
      Function<Solver, WitnessSearch> witnesses,
      Formula steps) {
    this.witnesses = witnesses;
    this.encoding = encoding;
    this.expressions = expressions;
    this.deadline = deadline;
    this.solver = expressions.z3().mkSimpleSolver();
    this.axes = new RegionAxes(expressions, vocabulary, encoding.ends(), encoding.connection());
    solver.add(Expressions.array(encoding.sideConditions()));
    add(steps, expression -> expression);
    solver.add(Expressions.array(encoding.namedPortConditions()));
  }

  Expressions expressions() {
    return expressions;
  }

  Solver solver() {
    return solver;
  }

  RegionAxes axes() {
    return axes;
  }

  EndpointSymbols source() {
    return encoding.source();
  }

  EndpointSymbols worn() {
    return encoding.worn();
  }

  EndpointSymbols destination() {
    return encoding.destination();
  }

  /** Returns the protocol, port and family of the step in {@code model}. */
  FamilyAndPort familyAndPort(Model model) {
    return FamilyAndPort.in(model, encoding.connection());
  }

  /** Returns a search for a simple witness of the last answer, which must be <i>satisfiable</i>. */
  WitnessSearch witness() {
    return witnesses.apply(solver);
  }

  /** Asserts the expression that {@code condition} makes of the expression of {@code formula}. */
  void add(Formula formula, UnaryOperator<BoolExpr> condition) {
    Definitions.Encoded encoded = encoding.encoded(formula);
    solver.add(Expressions.array(encoding.definitions().of(encoded.literals(), known)));
    assertTerm(condition.apply(encoded.expression()));
  }

  /** Asserts {@code expression} for all questions. */
  void assertTerm(BoolExpr expression) {
    solver.add(new BoolExpr[] {expression});
  }

  /** Returns a new literal that no assertion contains. */
  BoolExpr freshLiteral() {
    return (BoolExpr) expressions.z3().mkFreshConst("level", expressions.z3().getBoolSort());
  }

  /**
   * Asks for a step under the assumptions {@code assumed}. Returns {@code UNKNOWN} if the deadline
   * has passed or the solver fails.
   */
  Status check(List<BoolExpr> assumed) {
    if (deadline.passed()) {
      return Status.UNKNOWN;
    }
    Params params = expressions.z3().mkParams();
    params.add("timeout", deadline.remainingMillis());
    solver.setParameters(params);
    try {
      return solver.check(Expressions.array(assumed));
    } catch (Z3Exception e) {
      return Status.UNKNOWN;
    }
  }

  /** Returns the reason why the last question has no answer, as a clause. */
  String whyUnknown() {
    return deadline.passed()
        ? "the time ran out"
        : "the solver gave up: " + solver.getReasonUnknown();
  }
}
