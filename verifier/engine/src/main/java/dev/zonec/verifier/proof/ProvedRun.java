package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.verifier.quotient.VocabularyCover;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a program about a world, all of which are proved, for one choice of the addresses of
 * pods. It proves that they hold about other policies too, from the difference only.
 *
 * <p>Let A be the connections that the proved policies allow under MAY, and A' those of the other
 * policies. A claim such as {@code never} says that no connection of A satisfies some formula F that
 * no policy is part of. It holds about the other policies if no connection of A' outside of A
 * satisfies F. Such a connection has an end in a namespace whose policies differ, which admit it at
 * this end in the second world and not in the first. This is a condition of the policies of these
 * namespaces alone: {@link #opened}.
 *
 * <ul>
 *   <li>A path claim holds because of an invariant that no connection of A leaves. If no opened
 *       connection leaves it, it is an invariant for A', and no search is needed.
 *   <li>The parts of {@link Claim.NoUndeclaredConnection} for namespaces whose policies differ are
 *       proved again. The others are about policies that are the same. Of these, a part whose proof
 *       needed policies of both sides is examined with the opened connections.
 *   <li>{@link Claim.NoUndeclaredPath} follows from it.
 *   <li>For {@link Claim.NoBlockedFlow} and {@code reachable}, the connections count that the policies
 *       of an end admit under MUST in the first world and not in the second: {@link #closed}.
 * </ul>
 *
 * <p>The questions are about the vocabulary of the proved run, which must cover the other policies.
 */
final class ProvedRun implements AutoCloseable {
  /** So many statements of claims are one question. */
  private static final int TOGETHER = 64;

  /** After so many edits, the solver has many definitions of policies that are no longer used. */
  private static final int EDITS = 500;

  private final ProvedParts parts;
  private final Relations relations;
  private final ExcludedPods excluded;
  private final Set<UndeclaredConnections.Part> inWhole;
  private final List<Formula> forbidden = new ArrayList<>();
  private final List<Formula> required = new ArrayList<>();
  private Z3Checker checker;
  private int edits;

  /**
   * @param verification the verification whose claims are all proved, without waivers
   * @param parts the parts of the proofs
   */
  ProvedRun(Verification verification, ProvedParts parts) {
    Verification there = verification.in(parts.addresses());
    this.parts = parts;
    this.inWhole = new HashSet<>(parts.inWhole());
    this.excluded = new ExcludedPods(parts.disjoint()).in(there.scope(), there.program());
    this.relations =
        new Relations(
            new BoxSpace(parts.vocabulary()),
            there.program(),
            there.covered(),
            there.may(),
            excluded);
    this.checker = newChecker();
    Relations everything = relations.allowing(Formula.all(), Formula.any());
    for (Assertion assertion : there.program().assertions()) {
      switch (assertion) {
        case Assertion.NoPath path -> forbidden.addAll(leaving(path, everything));
        case Assertion.Reachable reachable ->
            required.add(new Formula.Defined(new Violations(everything).of(reachable)));
        case Assertion other ->
            forbidden.add(new Formula.Defined(new Violations(everything).of(other)));
      }
    }
  }

  private Z3Checker newChecker() {
    Z3Checker made =
        new Z3Checker(
            parts.vocabulary(),
            List.of(),
            Deadline.current(),
            ImpossibleQuestions.none());
    made.assume(excluded.noEndIsExcluded());
    return made;
  }

  /**
   * Returns the statements that a connection leaves an invariant of the claim.
   *
   * @param everything relations in which every connection is allowed
   */
  private List<Formula> leaving(Assertion.NoPath claim, Relations everything) {
    PathQuestion question = PathQuestion.of(claim);
    PathObligations obligations = new PathObligations(question, everything);
    @Nullable PathInvariants invariants = parts.paths().get(question);
    if (invariants == null) {
      // The claim holds because there is no start, whatever the policies are. If this cannot be
      // proved again, no policies keep the claim.
      return checker.isSeparatelyImpossible(obligations.noStart().formula())
          ? List.of()
          : List.of(Formula.all());
    }
    return obligations.of(invariants).stream()
        .filter(obligation -> !obligation.isSmall())
        .map(obligation -> (Formula) new Formula.Defined(obligation.formula()))
        .toList();
  }

  /**
   * The result for other policies.
   *
   * @param questions the number of questions that were put to the solver
   * @param inWhole the parts whose proof needs policies of both sides
   */
  record Kept(int questions, Set<UndeclaredConnections.Part> inWhole) {}

  /**
   * Returns a result if all claims are proved about the second world of {@code edit}, whose first
   * world is the one that they were proved about. If not, some claim may be violated, or it is not
   * known.
   */
  Optional<Kept> after(PolicyEdit edit, Deadline deadline) {
    if (!new VocabularyCover(parts.vocabulary()).covers(edit.written())) {
      return Optional.empty();
    }
    if (++edits % EDITS == 0) {
      checker.close();
      checker = newChecker();
    }
    checker.setDeadline(deadline);
    int asked = checker.questions();
    Change change = new Change(edit);
    return change.isKept()
        ? Optional.of(new Kept(checker.questions() - asked, Set.copyOf(change.whole)))
        : Optional.empty();
  }

  /** Makes {@code kept} the state that the next edit is compared with. */
  void accept(Kept kept) {
    inWhole.clear();
    inWhole.addAll(kept.inWhole());
  }

  /** The proof that an edit keeps the claims. */
  private final class Change {
    private final PolicyEdit edit;
    private final Set<Integer> namespaces = new TreeSet<>();
    private final Relations after;
    private final Map<End, Formula> opened = new EnumMap<>(End.class);
    private final Map<End, Formula> closed = new EnumMap<>(End.class);
    private final Set<UndeclaredConnections.Part> whole = new HashSet<>(inWhole);

    Change(PolicyEdit edit) {
      this.edit = edit;
      edit.namespaces()
          .forEach(name -> namespaces.add(parts.vocabulary().namespaceIndex(name)));
      Relations before = relations.withRules(edit.rulesBefore());
      this.after = relations.withRules(edit.rulesAfter());
      for (End end : End.values()) {
        Direction direction = end.direction();
        Formula here =
            new Formula.Any(
                namespaces.stream()
                    .map(namespace -> (Formula) new Formula.InNamespace(end, namespace))
                    .toList());
        ifPossible(
            opened,
            end,
            Formula.all(
                here,
                after.mayAdmit(direction, after.rules()),
                Formula.not(before.mayAdmit(direction, before.rules()))));
        ifPossible(
            closed,
            end,
            Formula.all(
                here,
                before.mustAdmit(direction, before.rules()),
                Formula.not(after.mustAdmit(direction, after.rules()))));
      }
    }

    private void ifPossible(Map<End, Formula> to, End end, Formula formula) {
      Formula once = new Formula.Defined(formula);
      if (!checker.isSeparatelyImpossible(once)) {
        to.put(end, once);
      }
    }

    boolean isKept() {
      return noConnectionIsUndeclared()
          && holdForOpened(forbidden)
          && holdForClosed(promisedFlows())
          && holdForClosed(required);
    }

    /** Returns whether no connection is undeclared, if none was before. */
    private boolean noConnectionIsUndeclared() {
      for (End end : opened.keySet()) {
        for (int namespace : namespaces) {
          if (relations.byNamespace().zones(namespace).isEmpty()) {
            continue;
          }
          UndeclaredConnections.Part part = new UndeclaredConnections.Part(end, namespace);
          if (new UndeclaredConnections(after).at(end, namespace).holdsInShort(checker)) {
            whole.remove(part);
          } else if (checker.isSeparatelyImpossible(
              new UndeclaredConnections(inSecondWorld()).at(end, namespace).formula())) {
            whole.add(part);
          } else {
            return false;
          }
        }
      }
      for (UndeclaredConnections.Part part : inWhole) {
        boolean isProvedAgain = namespaces.contains(part.namespace()) && opened.containsKey(part.end());
        Formula otherSide = opened.get(opposite(part.end()));
        if (!isProvedAgain
            && otherSide != null
            && !checker.isSeparatelyImpossible(
                new UndeclaredConnections(
                        relations.withRules(edit.rulesAfter(name(part.namespace()))))
                    .at(part.end(), part.namespace(), otherSide)
                    .formula())) {
          return false;
        }
      }
      return true;
    }

    private SortedSet<String> name(int namespace) {
      SortedSet<String> names = new TreeSet<>();
      if (parts.vocabulary().isNamed(namespace)) {
        names.add(parts.vocabulary().namespaces().get(namespace).namespace().name());
      }
      return names;
    }

    /** Returns the relations with all policies of the second world. */
    private Relations inSecondWorld() {
      return relations.withRules(edit.after().rules());
    }

    /** Returns, for each end, the flows that promise something to pods of the namespaces. */
    private List<Formula> promisedFlows() {
      Set<Flow> flows = new HashSet<>();
      List<Formula> covered = new ArrayList<>();
      for (End end : closed.keySet()) {
        for (int namespace : namespaces) {
          for (Flow flow : relations.byNamespace().flows(end, namespace)) {
            if (BlockedFlowProof.promisedSides(flow).contains(end.direction()) && flows.add(flow)) {
              covered.add(relations.declared().by(flow));
            }
          }
        }
      }
      return covered;
    }

    /**
     * Returns whether all of {@code statements} are false of every connection that is closed. If a
     * side blocks a connection, the other side does not matter.
     */
    private boolean holdForClosed(List<Formula> statements) {
      return together(statements).stream()
          .allMatch(
              some ->
                  closed.values().stream()
                      .allMatch(
                          side -> checker.isSeparatelyImpossible(Formula.all(side, some))));
    }

    /**
     * Returns whether all of {@code statements} are false of every connection that is allowed only in
     * the second world. The policies of the side that opens it are tried alone, and then with those
     * of the other side.
     */
    private boolean holdForOpened(List<Formula> statements) {
      for (Formula some : together(statements)) {
        for (Map.Entry<End, Formula> side : opened.entrySet()) {
          if (!checker.isSeparatelyImpossible(Formula.all(side.getValue(), some))
              && !checker.isSeparatelyImpossible(
                  Formula.all(side.getValue(), some, admittedAt(opposite(side.getKey()))))) {
            return false;
          }
        }
      }
      return true;
    }

    /** All policies of the second world admit the connection at {@code end}. */
    private Formula admittedAt(End end) {
      Relations all = inSecondWorld();
      return all.mayAdmit(end.direction(), all.rules());
    }
  }

  private static List<Formula> together(List<Formula> statements) {
    List<Formula> some = new ArrayList<>();
    for (int from = 0; from < statements.size(); from += TOGETHER) {
      some.add(
          new Formula.Any(
              statements.subList(from, Math.min(statements.size(), from + TOGETHER))));
    }
    return some;
  }

  private static End opposite(End end) {
    return switch (end) {
      case SOURCE -> End.DESTINATION;
      case DESTINATION -> End.SOURCE;
    };
  }

  @Override
  public void close() {
    checker.close();
  }
}
