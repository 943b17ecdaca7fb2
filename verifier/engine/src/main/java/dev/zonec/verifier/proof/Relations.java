package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The intent and the enforced relation as formulas. Formulas that many questions contain are built
 * once.
 */
final class Relations {
  private final BoxSpace space;
  private final ZoneProgram program;
  private final World world;
  private final Reading may;
  private final Enforcement mayEnforcement;
  private final Enforcement mustEnforcement;
  private final ExcludedPods excluded;
  private final ExcludedBoxes excludedBoxes;
  private final SettableLabels settable;
  private final NamespaceIndex byNamespace;
  private final DeclaredRelation declared;
  private final Formula enforced;
  private final Formula promised;
  private final Formula sourceIsRelay;

  /**
   * @param space the boxes over the vocabulary of the run
   * @param program the program
   * @param world the manifests, with all policies that count
   * @param may the permissive reading, with the knobs that the user settled
   * @param excluded the pods that are assumed not to exist
   */
  Relations(BoxSpace space, ZoneProgram program, World world, Reading may, ExcludedPods excluded) {
    this(space, program, world, may, excluded, SettableLabels.NONE);
  }

  /**
   * @param space the boxes over the vocabulary of the run
   * @param program the program
   * @param world the manifests, with all policies that count
   * @param may the permissive reading, with the knobs that the user settled
   * @param excluded the pods that are assumed not to exist
   * @param settable the labels that a source can set before it connects
   */
  Relations(
      BoxSpace space,
      ZoneProgram program,
      World world,
      Reading may,
      ExcludedPods excluded,
      SettableLabels settable) {
    this.settable = settable;
    this.space = space;
    this.program = program;
    this.world = world;
    this.may = may;
    this.excluded = excluded;
    this.excludedBoxes = new ExcludedBoxes(space, excluded);
    mayEnforcement = Enforcement.of(world, may);
    mustEnforcement = mayEnforcement.must();
    byNamespace = new NamespaceIndex(space.vocabulary(), mayEnforcement.rules(), program);
    declared = new DeclaredRelation(space, program, byNamespace);
    enforced = new Formula.Defined(mayAdmitAtBothEnds());
    promised = mustAdmitAtBothEnds();
    sourceIsRelay = new Formula.Defined(new Relays(space, program).formula(End.SOURCE));
  }

  private Relations(
      Relations program, PolicySet rules, UnaryOperator<Formula> may, UnaryOperator<Formula> must) {
    settable = program.settable;
    space = program.space;
    this.program = program.program;
    world = program.world;
    this.may = program.may;
    excluded = program.excluded;
    excludedBoxes = program.excludedBoxes;
    mayEnforcement = program.mayEnforcement.withRules(rules);
    mustEnforcement = mayEnforcement.must();
    byNamespace = program.byNamespace.withRules(rules);
    declared = program.declared;
    enforced = may.apply(mayAdmitAtBothEnds());
    promised = must.apply(mustAdmitAtBothEnds());
    sourceIsRelay = program.sourceIsRelay;
  }

  private Formula mayAdmitAtBothEnds() {
    return Formula.all(mayAdmit(Direction.EGRESS, rules()), mayAdmit(Direction.INGRESS, rules()));
  }

  private Formula mustAdmitAtBothEnds() {
    return Formula.all(mustAdmit(Direction.EGRESS, rules()), mustAdmit(Direction.INGRESS, rules()));
  }

  /**
   * Returns the relations of the same program for other policies. The formulas about the program
   * are the same objects, so that a solver that knows them need not be told again.
   */
  Relations withRules(PolicySet rules) {
    return new Relations(this, rules, Formula.Defined::new, UnaryOperator.identity());
  }

  /**
   * Returns the same relations, except that policies allow exactly the connections of {@code
   * allowed} under MAY, and exactly those of {@code promised} under MUST. Only {@link #mayAllow}
   * and {@link #mustAllow} differ.
   */
  Relations allowing(Formula allowed, Formula promised) {
    return new Relations(this, rules(), all -> allowed, all -> promised);
  }

  /** Paths can pass through the source. */
  Formula sourceIsRelay() {
    return sourceIsRelay;
  }

  /**
   * Paths can pass through the source, which is a pod in one of {@code namespaces} or an address.
   */
  Formula sourceIsRelayIn(Bits namespaces) {
    return new Relays(space, program).formula(End.SOURCE, byNamespace.zones(namespaces));
  }

  BoxSpace space() {
    return space;
  }

  ZoneProgram program() {
    return program;
  }

  World world() {
    return world;
  }

  Reading may() {
    return may;
  }

  ExcludedPods excluded() {
    return excluded;
  }

  SettableLabels settable() {
    return settable;
  }

  /** Returns whether the namespace with this number is a stand-in for other namespaces. */
  boolean isStandIn(int namespace) {
    return space.vocabulary().isNamed(namespace)
        && excluded
            .standIns()
            .contains(space.vocabulary().namespaces().get(namespace).namespace().name());
  }

  /**
   * Returns the name of the namespace with this number, if the manifests or the program name it.
   * Stand-ins and namespaces that could exist have none.
   */
  Optional<String> name(int namespace) {
    return space.vocabulary().isNamed(namespace) && !isStandIn(namespace)
        ? Optional.of(space.vocabulary().namespaces().get(namespace).namespace().name())
        : Optional.empty();
  }

  /** Returns the names of all namespaces that have a {@linkplain #name name}. */
  Set<String> names() {
    return IntStream.range(0, space.vocabulary().namespaceCount())
        .mapToObj(this::name)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the rules, flows and zones by namespace. */
  NamespaceIndex byNamespace() {
    return byNamespace;
  }

  /** Returns the declared relation. */
  DeclaredRelation declared() {
    return declared;
  }

  /** Returns the rules of all policies. */
  PolicySet rules() {
    return mayEnforcement.rules();
  }

  /** The policies allow the connection under MAY. */
  Formula mayAllow() {
    return enforced;
  }

  /**
   * The policies of {@code some}, on the side of {@code direction}, admit the connection under MAY.
   */
  Formula mayAdmit(Direction direction, PolicySet some) {
    return new Formula.Admitted(direction, mayEnforcement.withRules(some));
  }

  /**
   * The policies of {@code some}, on the side of {@code direction}, admit the connection under
   * MUST.
   */
  Formula mustAdmit(Direction direction, PolicySet some) {
    return new Formula.Admitted(direction, mustEnforcement.withRules(some));
  }

  /** A rule of {@code chain} matches the connection under MAY. */
  Formula mayMatch(Chain chain) {
    return new Formula.ChainMatches(chain, mayEnforcement.withRules(PolicySet.EMPTY));
  }

  /** The policies allow the connection under MUST. */
  Formula mustAllow() {
    return promised;
  }

  /** Returns the ends in any of {@code parties}, without pods that are assumed not to exist. */
  List<Box> members(List<? extends Party> parties) {
    return withoutExcluded(space.parties(parties));
  }

  /** Returns {@code boxes} without pods that are assumed not to exist. */
  List<Box> withoutExcluded(List<Box> boxes) {
    return excludedBoxes.without(boxes);
  }

  /** Returns the pods in both zones of a pair that is assumed to share none. */
  List<Box> inBothOfAPair() {
    return excludedBoxes.inBothOfAPair();
  }

  /**
   * Returns the ends in any of {@code parties} in the open world. A party that is empty only in a
   * closed world is no mistake of the program.
   */
  List<Box> possibleMembers(List<? extends Party> parties) {
    return excludedBoxes.withoutInOpenWorld(space.parties(parties));
  }

  /** Returns the rules of all policies under MAY. */
  Enforcement enforcement() {
    return mayEnforcement;
  }

  /** Returns the namespaces of the pods in {@code boxes}. */
  static Bits namespaces(List<Box> boxes) {
    Bits all = Bits.of();
    for (Box box : boxes) {
      if (box instanceof Box.Pods pods) {
        all = all.or(pods.namespaces());
      }
    }
    return all;
  }
}
