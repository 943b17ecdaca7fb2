package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.proof.ReplayMismatch;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Witness;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks Z3 about the difference between two sets of policies: whether rectangles cover it exactly,
 * and which rules decide the connections of a rectangle.
 */
final class DifferenceCheck {
  /** The most examples of a rectangle. */
  private static final int MOST_REASONS = 3;

  private final Z3Checker checker;
  private final Enforcement before;
  private final Enforcement after;
  private final Evaluation evaluation;
  private final Formula allowedBefore;
  private final Formula allowedAfter;

  /** The direction in which a connection changes. */
  enum Change {
    /** Only the policies after the change allow the connection. */
    MORE,
    /** Only the policies before the change allow the connection. */
    LESS
  }

  DifferenceCheck(Z3Checker checker, Enforcement before, Enforcement after, Evaluation evaluation) {
    this.checker = checker;
    this.before = before;
    this.after = after;
    this.evaluation = evaluation;
    this.allowedBefore = allowed(before);
    this.allowedAfter = allowed(after);
  }

  static Formula allowed(Enforcement enforcement) {
    return new Formula.Defined(
        Formula.all(
            new Formula.Admitted(Direction.EGRESS, enforcement),
            new Formula.Admitted(Direction.INGRESS, enforcement)));
  }

  private Formula difference(Change change) {
    return switch (change) {
      case MORE -> Formula.all(allowedAfter, Formula.not(allowedBefore));
      case LESS -> Formula.all(allowedBefore, Formula.not(allowedAfter));
    };
  }

  /**
   * Checks that the difference is the union of {@code rectangles}.
   *
   * @return empty if this is proved; otherwise the reason why the solver gave up, as a clause
   * @throws ReplayMismatch if the union is something else, which is a bug
   */
  Optional<String> unproved(Change change, List<Rectangle> rectangles) {
    Formula listed = RectangleFormula.any(rectangles);
    Formula difference = difference(change);
    return unproved("a difference is not listed", Formula.all(difference, Formula.not(listed)))
        .or(
            () ->
                unproved(
                    "a listed region is no difference",
                    Formula.all(listed, Formula.not(difference))));
  }

  private Optional<String> unproved(String mistake, Formula formula) {
    return switch (checker.check(formula)) {
      case Outcome.Impossible impossible -> Optional.empty();
      case Outcome.Unknown(String reason) -> Optional.of(reason);
      case Outcome.Possible found ->
          throw new ReplayMismatch(
              mistake
                  + ": "
                  + found.source().label()
                  + " -> "
                  + found.destination().label()
                  + " on "
                  + found.transport());
    };
  }

  /** Returns up to {@code most} connections of the difference that different rules decide. */
  List<ChangedConnection> examples(Change change, int most) {
    List<ChangedConnection> out = new ArrayList<>();
    List<Formula> remaining = new ArrayList<>(List.of(difference(change)));
    while (out.size() < most
        && checker.check(new Formula.All(remaining)) instanceof Outcome.Possible found) {
      ChangedConnection changed = evaluation.changed(found, change == Change.MORE);
      out.add(changed);
      remaining.add(Formula.not(sameRules(change, changed)));
    }
    return out;
  }

  /**
   * Examples of a set of connections.
   *
   * @param examples one connection for each set of rules that decides
   * @param more whether other rules decide further connections of the set
   */
  record Reasons(List<ChangedConnection> examples, boolean more) {}

  /**
   * Returns examples of the connections of {@code rectangle}, which is a part of the difference; at
   * least one. The questions are about the rectangle and single rules only, so they are fast
   * however many policies there are; the concrete semantics then evaluates each example.
   */
  Reasons reasons(Change change, Rectangle rectangle) {
    List<ChangedConnection> out = new ArrayList<>();
    List<Formula> remaining = new ArrayList<>(List.of(RectangleFormula.of(rectangle)));
    while (checker.checkSeparately(new Formula.All(remaining)) instanceof Outcome.Possible found) {
      if (out.size() == MOST_REASONS) {
        return new Reasons(out, true);
      }
      ChangedConnection changed = evaluation.changed(found, change == Change.MORE);
      out.add(changed);
      remaining.add(Formula.not(sameRules(change, changed)));
    }
    return new Reasons(out, false);
  }

  /**
   * The rules that admit {@code changed} in the world that allows it match the connection too. An
   * end that no rule admits, because no policy isolates it, is treated as if it were the same.
   */
  private Formula sameRules(Change change, ChangedConnection changed) {
    Enforcement enforcement = change == Change.MORE ? after : before;
    return switch (change == Change.MORE ? changed.after() : changed.before()) {
      case Decision.Judged(SideDecision egress, SideDecision ingress) ->
          Formula.all(
              sameRule(enforcement, Direction.EGRESS, changed.from(), egress),
              sameRule(enforcement, Direction.INGRESS, changed.to(), ingress));
      // The solver is asked about two different pods that are connected directly.
      case Decision.SamePod samePod -> Formula.all();
      case Decision.OwnService ownService -> Formula.all();
    };
  }

  private static Formula sameRule(
      Enforcement enforcement, Direction direction, Witness subject, SideDecision side) {
    Optional<Formula> rule =
        subject.endpoint() instanceof Endpoint.Pod pod
            ? side.decidingRules().stream()
                .findFirst()
                .flatMap(span -> enforcement.rules().only(span, pod, direction))
                .map(
                    chain ->
                        new Formula.ChainMatches(chain, enforcement.withRules(PolicySet.EMPTY)))
            : Optional.empty();
    return rule.orElseGet(Formula::all);
  }

  /**
   * Returns examples of connections that are in none of the rectangles and that the two worlds
   * decide differently under MUST.
   */
  List<ChangedConnection> unsettled(List<Rectangle> more, List<Rectangle> less) {
    Formula then = allowed(before.must());
    Formula now = allowed(after.must());
    List<Rectangle> all = new ArrayList<>(more);
    all.addAll(less);
    Formula elsewhere = Formula.not(RectangleFormula.any(all));
    List<ChangedConnection> out = new ArrayList<>();
    for (Change change : Change.values()) {
      Formula difference =
          change == Change.MORE
              ? Formula.all(now, Formula.not(then))
              : Formula.all(then, Formula.not(now));
      if (checker.check(Formula.all(difference, elsewhere)) instanceof Outcome.Possible found) {
        out.add(evaluation.must().changed(found, change == Change.MORE));
      }
    }
    return out;
  }
}
