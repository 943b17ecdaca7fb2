package dev.zonec.verifier.closed.admission;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.port.PortPartition;
import dev.zonec.verifier.closed.rule.ChainRows;
import dev.zonec.verifier.closed.rule.GovernedPods;
import dev.zonec.verifier.closed.rule.PeerRows;
import dev.zonec.verifier.closed.rule.RuleRows;
import dev.zonec.verifier.closed.subject.ApplyingChain;
import dev.zonec.verifier.closed.subject.GoverningRules;
import dev.zonec.verifier.closed.subject.TierSubjects;
import dev.zonec.verifier.closed.tier.TieredRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the admission of each class in one direction, for one address family and one treatment
 * of host-network pods.
 *
 * <p>A connection passes the tiers in order. In a tier that isolates the class, the rules are
 * alternatives and no later tier is evaluated. In any other tier, the first rule that matches
 * decides. Invariant: the tiers are evaluated from the last one to the first, and after each step
 * the row holds the classes that this tier and the later ones admit together. Classes to which the
 * same rules apply in the same way share one {@link Admission}. Nodes, addresses and host-network
 * pods that are treated as nodes have no rules and admit everything.
 */
public final class AdmissionBuilder {
  private final Direction direction;
  private final GoverningRules governing;
  private final List<TierSubjects> tiers;
  private final EquivalenceClasses classes;
  private final PortAtoms atoms;
  private final Reading reading;
  private final PeerRows peers;
  private final ChainRows rows;
  private final BitRow all;
  private final Map<List<BitSet>, PortPartition> partitions = new HashMap<>();

  /**
   * @param peers the rows of peers, with host-network pods treated as in this layer
   * @param asNodes the rows of peers, with host-network pods treated as their nodes
   */
  public AdmissionBuilder(
      Direction direction,
      GoverningRules governing,
      EquivalenceClasses classes,
      PortAtoms atoms,
      Reading reading,
      PeerRows peers,
      PeerRows asNodes) {
    this.direction = direction;
    this.governing = governing;
    this.tiers = governing.tiers(direction);
    this.classes = classes;
    this.atoms = atoms;
    this.reading = reading;
    this.peers = peers;
    this.rows = new ChainRows(direction, classes, atoms, reading, peers, asNodes);
    this.all = BitRow.full(classes.size());
  }

  /**
   * The facts that an admission depends on.
   *
   * @param tiers the tiers that are evaluated, in order
   * @param pods the facts about the pods of the class that rules depend on
   */
  private record Key(List<ApplicableTier> tiers, GovernedPods pods) {}

  /**
   * A tier, as it applies to a class.
   *
   * @param tier its number
   * @param applying the chains that apply
   * @param isolates whether it isolates the class, so that no later tier is evaluated
   */
  private record ApplicableTier(int tier, List<ApplyingChain> applying, boolean isolates) {}

  /** Returns the admission of each class. */
  public List<Admission> all() {
    Admission unrestricted = unrestricted();
    Map<Key, Admission> byKey = new HashMap<>();
    List<Admission> admissions = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      Deadline.check();
      EndpointSignature representative = classes.representative(c);
      boolean governed = representative.isPod() && !peers.isSeenAsNode(c);
      List<ApplicableTier> applicable = governed ? applicable(c) : List.of();
      if (applicable.isEmpty()) {
        admissions.add(unrestricted);
      } else {
        List<NamedPort> own = direction == Direction.INGRESS ? representative.names() : List.of();
        Key key = new Key(applicable, new GovernedPods(own, representative.node()));
        admissions.add(byKey.computeIfAbsent(key, this::restricted));
      }
    }
    return admissions;
  }

  /** Returns the tiers with rules for class {@code c}, up to the one that isolates it. */
  private List<ApplicableTier> applicable(int c) {
    List<ApplicableTier> applicable = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      TierSubjects tier = tiers.get(i);
      List<ApplyingChain> applying = tier.of(c);
      boolean isolates = tier.isIsolated(c);
      if ((isolates || !applying.isEmpty()) && !isSkipped(tier.tier(), c)) {
        applicable.add(new ApplicableTier(i, applying, isolates));
      }
      if (isolates) {
        return applicable;
      }
    }
    return applicable;
  }

  private boolean isSkipped(RuleTier tier, int c) {
    Optional<RuleTier.Skip> skip = tier.skip().filter(s -> reading.isPermissive(s.knob()));
    return skip.isPresent() && governing.isIsolated(skip.get().other(), direction.opposite(), c);
  }

  private Admission unrestricted() {
    PortPartition partition = partition(List.of());
    return new Admission(partition, new BitRow[] {all, all});
  }

  private PortPartition partition(List<BitSet> portSets) {
    return partitions.computeIfAbsent(portSets, sets -> new PortPartition(atoms, sets));
  }

  private Admission restricted(Key key) {
    List<Evaluated> evaluated = key.tiers().stream().map(t -> evaluated(t, key.pods())).toList();
    Set<BitSet> portSets = new LinkedHashSet<>();
    for (Evaluated tier : evaluated) {
      switch (tier) {
        case Alternatives(RuleRows accepted, boolean isolates) ->
            portSets.addAll(accepted.portSets());
        case Ordered(TieredRules rules) -> rules.addPortSets(portSets);
      }
    }
    PortPartition partition = partition(List.copyOf(portSets));
    BitRow[] admitted = new BitRow[partition.size()];
    for (int segment = 0; segment < admitted.length; segment++) {
      int atom = segment == 0 ? atoms.portless() : partition.atoms(segment).nextSetBit(0);
      BitRow next = all;
      for (Evaluated tier : evaluated.reversed()) {
        next = admitted(tier, atom, next);
      }
      admitted[segment] = next;
    }
    return new Admission(partition, admitted);
  }

  /** The rules of a tier that apply to a class. */
  private sealed interface Evaluated {}

  /** Rules that all accept. */
  private record Alternatives(RuleRows accepted, boolean isolates) implements Evaluated {}

  /** Rules of which the first match decides. */
  private record Ordered(TieredRules rules) implements Evaluated {}

  private Evaluated evaluated(ApplicableTier applicable, GovernedPods pods) {
    TierSubjects tier = tiers.get(applicable.tier());
    if (!tier.isolates()) {
      return new Ordered(
          new TieredRules(tier, applicable.applying(), pods, rows, atoms, reading, classes.size()));
    }
    RuleRows accepted = new RuleRows(atoms);
    for (Chain chain : tier.alternatives(applicable.applying())) {
      for (ChainRule rule : chain.rules()) {
        rows.add(chain, rule, pods, reading.permissive(), accepted);
      }
    }
    return new Alternatives(accepted, applicable.isolates());
  }

  /** Returns the classes that a tier admits if the next one admits {@code next}. */
  private BitRow admitted(Evaluated tier, int atom, BitRow next) {
    return switch (tier) {
      case Alternatives(RuleRows accepted, boolean isolates) -> {
        BitRow row = accepted.row(atom, classes.size());
        if (isolates) {
          yield row;
        }
        BitRow either = row.copy();
        either.or(next);
        yield either;
      }
      case Ordered(TieredRules rules) -> rules.actions(atom).resolve(next, reading.permissive());
    };
  }
}
