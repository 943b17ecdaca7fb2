package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.VocabularyCover;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.smt.Z3Checker.FoundEnd;
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
 * Claims of a program about a world that are proved, for one choice of the addresses of pods. It
 * proves that they hold about other policies too, from the difference only.
 *
 * <p>Let A be the connections that the proved policies allow under MAY, and A' those of the other
 * policies. A claim such as {@code never} says that no connection of A satisfies some formula F
 * that no policy is part of. It holds about the other policies if no connection of A' outside of A
 * satisfies F. Such a connection has an end in a namespace whose policies differ, which admit it at
 * this end in the second world and not in the first. This is a condition of the policies of these
 * namespaces alone: {@code opened}.
 *
 * <ul>
 *   <li>A path claim holds because of an invariant that no connection of A leaves. If no opened
 *       connection leaves it, it is an invariant for A', and no search is needed.
 *   <li>The parts of {@link Claim.NoUndeclaredConnection} for namespaces whose policies differ are
 *       proved again. The others are about policies that are the same. Of these, a part whose proof
 *       needed policies of both sides is examined with the opened connections.
 *   <li>{@link Claim.NoUndeclaredPath} follows from it.
 *   <li>For {@link Claim.NoBlockedFlow} and {@code reachable}, the connections count that the
 *       policies of an end admit under MUST in the first world and not in the second: {@code
 *       closed}.
 * </ul>
 *
 * <p>The questions are about the vocabulary of the proved run, which must cover the other policies.
 */
final class ProvedRun implements AutoCloseable {
  /** So many statements of claims are one question. */
  private static final int TOGETHER = 64;

  /** Claims are chosen by the namespaces of sources if these are so few. */
  private static final int FEW = 4;

  /** The policies of so many namespaces at the other end are tried. */
  private static final int MOST_OTHER_NAMESPACES = 20;

  /** After so many edits, the solver has many definitions of policies that are no longer used. */
  private static final int EDITS = 500;

  private final ProvedParts parts;
  private final Relations relations;
  private final ExcludedPods excluded;
  private final Set<UndeclaredConnections.Part> inWhole;
  private final List<Forbidden> forbidden = new ArrayList<>();
  private final List<Formula> required = new ArrayList<>();
  private final boolean declaredOnly;
  private final boolean promised;
  private Z3Checker checker;
  private int edits;

  /**
   * Connections that a claim forbids.
   *
   * @param sources the namespaces of the pods among their sources, and possibly more; empty if not
   *     known
   * @param formula the connections, without policies
   */
  private record Forbidden(Optional<Bits> sources, Formula formula) {
    /** Returns the connections; their formula is given to the solver once. */
    static Forbidden once(Optional<Bits> sources, Formula formula) {
      return new Forbidden(sources, new Formula.Defined(formula));
    }

    boolean hasSourceIn(Set<Integer> namespaces) {
      return sources.isEmpty() || namespaces.stream().anyMatch(sources.get()::contains);
    }
  }

  /**
   * @param verification a verification without waivers
   * @param parts the parts of its proofs
   * @param claims the keys of the claims to keep, which are proved
   */
  ProvedRun(Verification verification, ProvedParts parts, Set<String> claims) {
    Verification there = verification.in(parts.addresses());
    this.declaredOnly = claims.contains(new Claim.NoUndeclaredConnection().key());
    this.promised = claims.contains(new Claim.NoBlockedFlow().key());
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
      if (!claims.contains(new Claim.Asserted(assertion).key())) {
        continue;
      }
      switch (assertion) {
        case Assertion.NoPath path -> forbidden.addAll(leaving(path, everything));
        case Assertion.Reachable reachable ->
            required.add(new Formula.Defined(new Violations(everything).of(reachable)));
        case Assertion other ->
            forbidden.add(Forbidden.once(Optional.empty(), new Violations(everything).of(other)));
      }
    }
  }

  private Z3Checker newChecker() {
    Z3Checker made =
        new Z3Checker(
            parts.vocabulary(), List.of(), Deadline.current(), ImpossibleQuestions.none());
    made.assume(excluded.noEndIsExcluded());
    return made;
  }

  /**
   * Returns the statements that a connection leaves an invariant of the claim.
   *
   * @param everything relations in which every connection is allowed
   */
  private List<Forbidden> leaving(Assertion.NoPath claim, Relations everything) {
    PathQuestion question = PathQuestion.of(claim);
    PathObligations obligations = new PathObligations(question, everything);
    @Nullable PathInvariants invariants = parts.paths().get(question);
    if (invariants == null) {
      // The claim holds because there is no start, whatever the policies are. If this cannot be
      // proved again, no policies keep the claim.
      return checker.isSeparatelyImpossible(obligations.noStart().formula())
          ? List.of()
          : List.of(Forbidden.once(Optional.empty(), Formula.all()));
    }
    return obligations.leaving(invariants).stream()
        .map(
            leaving ->
                Forbidden.once(
                    leaving.local().map(PathObligations.Local::namespaces), leaving.formula()))
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
      edit.namespaces().forEach(name -> namespaces.add(parts.vocabulary().namespaceIndex(name)));
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
      return (!declaredOnly || noConnectionIsUndeclared())
          && nothingForbiddenIsOpened()
          && (!promised || holdForClosed(promisedFlows()))
          && holdForClosed(required);
    }

    /**
     * Returns whether no connection is undeclared, if none was before. An undeclared connection
     * would be one of those that are allowed only in the second world.
     */
    private boolean noConnectionIsUndeclared() {
      for (End end : End.values()) {
        for (int namespace : namespaces) {
          UndeclaredConnections.Part part = new UndeclaredConnections.Part(end, namespace);
          boolean isAffected =
              !relations.byNamespace().zones(namespace).isEmpty()
                  && (opened.containsKey(end) || inWhole.contains(part));
          if (isAffected && !holdsAgain(part)) {
            return false;
          }
        }
      }
      return inWhole.stream()
          .filter(part -> !namespaces.contains(part.namespace()))
          .allMatch(this::holdsWithOpenedOtherSide);
    }

    /** Proves a part about a namespace whose policies differ. */
    private boolean holdsAgain(UndeclaredConnections.Part part) {
      Obligation obligation =
          new UndeclaredConnections(after).at(part.end(), part.namespace(), Formula.all());
      if (obligation.holdsInShort(checker)) {
        whole.remove(part);
        return true;
      }
      whole.add(part);
      return opened.values().stream()
          .allMatch(
              side ->
                  obligation
                          .sufficient()
                          .filter(
                              some -> isImpossible(Formula.all(side, some), opposite(part.end())))
                          .isPresent()
                      || isImpossible(
                          Formula.all(side, obligation.formula()), opposite(part.end())));
    }

    /** Proves a part about a namespace whose policies are the same, if it needs the other side. */
    private boolean holdsWithOpenedOtherSide(UndeclaredConnections.Part part) {
      @Nullable Formula otherSide = opened.get(opposite(part.end()));
      if (otherSide == null) {
        return true;
      }
      Obligation obligation =
          new UndeclaredConnections(relations.withRules(edit.rulesAfter(names(part.namespace()))))
              .at(part.end(), part.namespace(), otherSide);
      return obligation
              .sufficient()
              .filter(some -> checker.isSeparatelyImpossible(Formula.all(some, otherSide)))
              .isPresent()
          || checker.isSeparatelyImpossible(obligation.formula());
    }

    /**
     * Returns whether no connection of {@code formula} is admitted by the policies at {@code other}
     * in the second world. The policies of a namespace are part of the question only after the
     * solver has found a connection with this end in the namespace, so that most questions have few
     * policies. If the answer is true, it is true with all policies, because others only exclude
     * more connections.
     */
    private boolean isImpossible(Formula formula, End other) {
      List<Formula> parts = new ArrayList<>(List.of(formula));
      for (int i = 0; i <= MOST_OTHER_NAMESPACES; i++) {
        switch (checker.anyEnd(new Formula.All(parts), other)) {
          case FoundEnd.None none -> {
            return true;
          }
          case FoundEnd.Pod(int namespace) -> {
            Relations there = relations.withRules(edit.rulesAfter(names(namespace)));
            parts.add(
                Formula.any(
                    Formula.not(new Formula.InNamespace(other, namespace)),
                    there.mayAdmit(other.direction(), there.rules())));
          }
          case FoundEnd.Address address -> {
            return false;
          }
          case FoundEnd.Unknown unknown -> {
            return false;
          }
        }
      }
      return false;
    }

    private SortedSet<String> names(int namespace) {
      SortedSet<String> names = new TreeSet<>();
      if (parts.vocabulary().isNamed(namespace)) {
        names.add(parts.vocabulary().namespaces().get(namespace).namespace().name());
      }
      return names;
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
                      .allMatch(side -> checker.isSeparatelyImpossible(Formula.all(side, some))));
    }

    /**
     * Returns whether no connection that is allowed only in the second world is forbidden. The
     * policies of the side that opens it are tried alone, and then with those of the other side.
     */
    private boolean nothingForbiddenIsOpened() {
      for (Map.Entry<End, Formula> side : opened.entrySet()) {
        Optional<Set<Integer>> sources =
            switch (side.getKey()) {
              case SOURCE -> Optional.of(namespaces);
              case DESTINATION -> sources(side.getValue());
            };
        List<Formula> possible =
            forbidden.stream()
                .filter(each -> sources.isEmpty() || each.hasSourceIn(sources.get()))
                .map(Forbidden::formula)
                .toList();
        for (Formula some : together(possible)) {
          if (!isImpossible(Formula.all(side.getValue(), some), opposite(side.getKey()))) {
            return false;
          }
        }
      }
      return true;
    }

    /**
     * Returns the namespaces of all pods that are sources of connections of {@code formula}; empty
     * if there are many, or if a source can be an address.
     */
    private Optional<Set<Integer>> sources(Formula formula) {
      List<Formula> parts = new ArrayList<>(List.of(formula));
      Set<Integer> found = new TreeSet<>();
      for (int i = 0; i <= FEW; i++) {
        switch (checker.anyEnd(new Formula.All(parts), End.SOURCE)) {
          case FoundEnd.None none -> {
            return Optional.of(found);
          }
          case FoundEnd.Pod(int namespace) -> {
            found.add(namespace);
            parts.add(Formula.not(new Formula.InNamespace(End.SOURCE, namespace)));
          }
          case FoundEnd.Address address -> {
            return Optional.empty();
          }
          case FoundEnd.Unknown unknown -> {
            return Optional.empty();
          }
        }
      }
      return Optional.empty();
    }
  }

  private static List<Formula> together(List<Formula> statements) {
    List<Formula> some = new ArrayList<>();
    for (int from = 0; from < statements.size(); from += TOGETHER) {
      some.add(
          new Formula.Any(statements.subList(from, Math.min(statements.size(), from + TOGETHER))));
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
