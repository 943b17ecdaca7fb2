package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Proves that claims about the first world of an edit hold about the second one, from the
 * difference only.
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
 */
final class EditProof {
  /** So many statements of claims are one question. */
  private static final int TOGETHER = 64;

  /** Claims are chosen by the namespaces of sources if these are so few. */
  private static final int FEW = 4;

  /** The policies of so many namespaces at the other end are tried. */
  private static final int MOST_OTHER_NAMESPACES = 20;

  private final PolicyEdit edit;
  private final ClaimStatements claims;
  private final Set<UndeclaredConnections.Part> inWhole;
  private final Relations relations;
  private final Z3Checker checker;
  private final Relations after;
  private final Set<Integer> namespaces = new TreeSet<>();
  private final Map<End, Formula> opened = new EnumMap<>(End.class);
  private final Map<End, Formula> closed = new EnumMap<>(End.class);
  private final Set<UndeclaredConnections.Part> whole;

  /**
   * @param edit the difference
   * @param claims the claims, which are proved about the first world
   * @param inWhole the parts whose proof about the first world needs policies of both sides
   * @param relations the relations of the program, about any policies
   * @param checker the solver, under the assumptions of the proofs
   */
  EditProof(
      PolicyEdit edit,
      ClaimStatements claims,
      Set<UndeclaredConnections.Part> inWhole,
      Relations relations,
      Z3Checker checker) {
    this.edit = edit;
    this.claims = claims;
    this.inWhole = inWhole;
    this.relations = relations;
    this.checker = checker;
    this.whole = new HashSet<>(inWhole);
    edit.namespaces()
        .forEach(name -> namespaces.add(relations.space().vocabulary().namespaceIndex(name)));
    Relations before = relations.withRules(edit.rulesBefore());
    this.after = relations.withRules(edit.rulesAfter());
    for (End end : End.values()) {
      Direction direction = end.direction();
      Formula here =
          new Formula.Any(
              namespaces.stream()
                  .map(namespace -> (Formula) new Formula.InNamespace(end, namespace))
                  .toList());
      if (!edit.plainlyOpensNothing(direction)) {
        ifPossible(
            opened,
            end,
            Formula.all(
                here,
                after.mayAdmit(direction, after.rules()),
                Formula.not(before.mayAdmit(direction, before.rules()))));
      }
      if (!edit.plainlyClosesNothing(direction)) {
        ifPossible(
            closed,
            end,
            Formula.all(
                here,
                before.mustAdmit(direction, before.rules()),
                Formula.not(after.mustAdmit(direction, after.rules()))));
      }
    }
  }

  private void ifPossible(Map<End, Formula> to, End end, Formula formula) {
    Formula once = new Formula.Defined(formula);
    if (!checker.isSeparatelyImpossible(once)) {
      to.put(end, once);
    }
  }

  /** Returns whether all claims are proved about the second world. */
  boolean keepsClaims() {
    return (!claims.declaredOnly() || noConnectionIsUndeclared())
        && nothingForbiddenIsOpened()
        && (!claims.promised() || holdForClosed(promisedFlows()))
        && holdForClosed(claims.required());
  }

  /** Returns the parts whose proof about the second world needs policies of both sides. */
  Set<UndeclaredConnections.Part> inWhole() {
    return Set.copyOf(whole);
  }

  /**
   * Returns whether no connection is undeclared, if none was before. An undeclared connection would
   * be one of those that are allowed only in the second world.
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
                        .filter(some -> isImpossible(Formula.all(side, some), opposite(part.end())))
                        .isPresent()
                    || isImpossible(Formula.all(side, obligation.formula()), opposite(part.end())));
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
   * in the second world. The policies of a namespace are part of the question only after the solver
   * has found a connection with this end in the namespace, so that most questions have few
   * policies. If the answer is true, it is true with all policies, because others only exclude more
   * connections.
   */
  private boolean isImpossible(Formula formula, End other) {
    return namespaces(
            formula,
            other,
            MOST_OTHER_NAMESPACES,
            namespace -> {
              Relations there = relations.withRules(edit.rulesAfter(names(namespace)));
              return Formula.any(
                  Formula.not(new Formula.InNamespace(other, namespace)),
                  there.mayAdmit(other.direction(), there.rules()));
            })
        .isPresent();
  }

  private SortedSet<String> names(int namespace) {
    SortedSet<String> names = new TreeSet<>();
    if (relations.space().vocabulary().isNamed(namespace)) {
      names.add(relations.space().vocabulary().namespaces().get(namespace).namespace().name());
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
            case DESTINATION ->
                namespaces(
                    side.getValue(),
                    End.SOURCE,
                    FEW,
                    namespace -> Formula.not(new Formula.InNamespace(End.SOURCE, namespace)));
          };
      List<Formula> possible =
          claims.forbidden().stream()
              .filter(each -> sources.isEmpty() || each.hasSourceIn(sources.get()))
              .map(ClaimStatements.Forbidden::formula)
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
   * Returns the namespaces of pods that are the {@code end} of connections of {@code formula}.
   * Empty if the end can be an address, if there are more than {@code most}, or if a connection in
   * a namespace remains after what is asked about the namespace.
   *
   * @param after what is asked of all other connections after one was found with its end in a
   *     namespace
   */
  private Optional<Set<Integer>> namespaces(
      Formula formula, End end, int most, IntFunction<Formula> after) {
    List<Formula> parts = new ArrayList<>(List.of(formula));
    Set<Integer> found = new TreeSet<>();
    while (found.size() <= most) {
      switch (checker.anyEnd(new Formula.All(parts), end)) {
        case FoundEnd.None none -> {
          return Optional.of(found);
        }
        case FoundEnd.Pod(int namespace) -> {
          if (!found.add(namespace)) {
            return Optional.empty();
          }
          parts.add(after.apply(namespace));
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
}
