package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.List;

/** The intent and the enforced relation as formulas. What many questions ask for is made once. */
final class Relations {
  private final BoxSpace space;
  private final ZoneProgram program;
  private final World world;
  private final Reading may;
  private final Enforcement permissive;
  private final Enforcement restrictive;
  private final ExcludedPods excluded;
  private final NamespaceIndex byNamespace;
  private final DeclaredRelation declared;
  private final Formula enforced;
  private final Formula sourceIsRelay;

  /**
   * @param space boxes over the run's vocabulary
   * @param program the program
   * @param world what the manifests declare, every policy among it
   * @param may the permissive reading, with what the user has settled
   * @param excluded pods that are taken not to exist
   */
  Relations(BoxSpace space, ZoneProgram program, World world, Reading may, ExcludedPods excluded) {
    this.space = space;
    this.program = program;
    this.world = world;
    this.may = may;
    this.excluded = excluded;
    permissive = Enforcement.of(world, may);
    restrictive =
        new Enforcement(permissive.rules(), permissive.nodes(), may.withPermissive(false));
    byNamespace = new NamespaceIndex(space.vocabulary(), permissive.rules(), program);
    declared = new DeclaredRelation(space, program, byNamespace);
    enforced =
        new Formula.Defined(
            Formula.all(mayAdmit(Direction.EGRESS, rules()), mayAdmit(Direction.INGRESS, rules())));
    sourceIsRelay = new Formula.Defined(new Relays(space, program).formula(End.SOURCE));
  }

  /** Paths may pass through the source. */
  Formula sourceIsRelay() {
    return sourceIsRelay;
  }

  /** The same where the source is a pod in one of {@code namespaces}, or an address. */
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

  /** Whether the namespace with this index stands for others. */
  boolean isStandIn(int namespace) {
    return space.vocabulary().isNamed(namespace)
        && excluded
            .standIns()
            .contains(space.vocabulary().namespaces().get(namespace).namespace().name());
  }

  /** What matters in a namespace. */
  NamespaceIndex byNamespace() {
    return byNamespace;
  }

  /** What is declared. */
  DeclaredRelation declared() {
    return declared;
  }

  /** Returns the rules of every policy. */
  PolicySet rules() {
    return permissive.rules();
  }

  /** MAY: the policies let the connection through. */
  Formula mayAllow() {
    return enforced;
  }

  /** MAY: {@code some} rules let the connection through. */
  Formula mayAdmit(Direction direction, PolicySet some) {
    return new Formula.Admitted(direction, permissive.withRules(some));
  }

  /** MUST: {@code some} rules let the connection through. */
  Formula mustAdmit(Direction direction, PolicySet some) {
    return new Formula.Admitted(direction, restrictive.withRules(some));
  }

  /** MAY: a rule of {@code chain} matches the connection. */
  Formula mayMatch(Chain chain) {
    return new Formula.ChainMatches(chain, permissive.withRules(PolicySet.EMPTY));
  }

  /** MUST: the policies let the connection through whatever is undefined. */
  Formula mustAllow() {
    return Formula.all(mustAdmit(Direction.EGRESS, rules()), mustAdmit(Direction.INGRESS, rules()));
  }

  /** The endpoints of any of {@code parties} that may exist. */
  List<Box> members(List<? extends Party> parties) {
    return excluded.without(space.parties(parties), space);
  }

  /** Returns all policies under MAY. */
  Enforcement enforcement() {
    return permissive;
  }

  /** The namespaces that pods of {@code boxes} may be in. */
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
