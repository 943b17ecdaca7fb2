package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A solver that was told what a step is. Taking that in costs more than most questions, so that all
 * searches over the same steps share one.
 *
 * <p>The invariant: whatever is added is either true of every step, or it holds only while a
 * literal is assumed. What one search adds therefore changes no answer of another, once its
 * literals are false for good. What the solver has learned meanwhile stays.
 */
final class StepSolver {
  private final Vocabulary vocabulary;
  private final List<Workload> workloads;
  private final FormulaEncoding encoding;
  private final Terms terms;
  private final Deadline deadline;
  private final Solver solver;
  private final RegionAxes axes;
  private final Set<BoolExpr> known = Definitions.emptySet();

  StepSolver(
      Vocabulary vocabulary,
      List<Workload> workloads,
      FormulaEncoding encoding,
      Terms terms,
      Deadline deadline,
      Formula steps) {
    this.vocabulary = vocabulary;
    this.workloads = workloads;
    this.encoding = encoding;
    this.terms = terms;
    this.deadline = deadline;
    this.solver = terms.z3().mkSimpleSolver();
    this.axes = new RegionAxes(terms, vocabulary, encoding.ends(), encoding.connection());
    solver.add(Terms.array(encoding.sideConditions()));
    add(steps, term -> term);
    solver.add(Terms.array(encoding.namedPortConditions()));
  }

  Terms terms() {
    return terms;
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

  EndpointSymbols destination() {
    return encoding.destination();
  }

  /** Returns the protocol, port and family of the step that {@code model} shows. */
  FamilyAndPort familyAndPort(Model model) {
    return FamilyAndPort.in(model, encoding.connection());
  }

  /** The search for a witness of the last answer. */
  WitnessSearch witness() {
    return new WitnessSearch(vocabulary, workloads, encoding, terms, solver, deadline);
  }

  /** Adds what {@code how} makes of the formula's term. */
  void add(Formula formula, UnaryOperator<BoolExpr> how) {
    Definitions.Encoded encoded = encoding.encoded(formula);
    solver.add(Terms.array(encoding.definitions().of(encoded.literals(), known)));
    assertTerm(how.apply(encoded.term()));
  }

  void assertTerm(BoolExpr term) {
    solver.add(new BoolExpr[] {term});
  }

  /** A literal that nothing is known of. */
  BoolExpr freshLiteral() {
    return (BoolExpr) terms.z3().mkFreshConst("level", terms.z3().getBoolSort());
  }

  Status check(List<BoolExpr> assumed) {
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

  /** Why the last question has no answer. */
  String whyUnknown() {
    return deadline.passed()
        ? "the time ran out"
        : "the solver gave up: " + solver.getReasonUnknown();
  }
}
