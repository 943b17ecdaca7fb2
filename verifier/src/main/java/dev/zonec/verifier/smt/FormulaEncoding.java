package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.Tier;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Enforcement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Encodes formulas over the symbolic connection. */
final class FormulaEncoding {
  private final Terms terms;
  private final Vocabulary vocabulary;
  private final EndpointSymbols source;
  private final EndpointSymbols destination;
  private final ConnectionSymbols connection;
  private final EndpointEncoding ends;
  private final ClusterEncoding cluster;
  private final Map<TierKey, BoolExpr> tiers = new HashMap<>();
  private final IdentityHashMap<Formula, BoolExpr> defined = new IdentityHashMap<>();
  private final Map<Place, List<Admission>> admissions = new HashMap<>();
  private final Definitions definitions;
  private final IdentityHashMap<Party, BoolExpr> sourceMemberships = new IdentityHashMap<>();
  private final IdentityHashMap<Party, BoolExpr> destinationMemberships = new IdentityHashMap<>();

  FormulaEncoding(Terms terms, Vocabulary vocabulary) {
    this.terms = terms;
    this.vocabulary = vocabulary;
    this.source = EndpointSymbols.named("source", vocabulary, terms);
    this.destination = EndpointSymbols.named("destination", vocabulary, terms);
    this.connection = new ConnectionSymbols(terms);
    this.ends = new EndpointEncoding(terms, vocabulary, connection);
    this.definitions = new Definitions(terms.z3());
    this.cluster = new ClusterEncoding(terms, ends, this::opens);
  }

  EndpointSymbols source() {
    return source;
  }

  EndpointSymbols destination() {
    return destination;
  }

  ConnectionSymbols connection() {
    return connection;
  }

  EndpointEncoding ends() {
    return ends;
  }

  /** What holds of every connection that could exist. */
  List<BoolExpr> sideConditions() {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(ends.wellFormed(source));
    parts.add(ends.wellFormed(destination));
    parts.add(terms.or(List.of(source.isPod(), destination.isPod())));
    parts.add(terms.below(connection.protocol(), ConnectionSymbols.protocols()));
    parts.add(terms.not(terms.is(connection.port(), 0)));
    if (!vocabulary.podsHave(Family.IPV4)) {
      parts.add(connection.overV6());
    }
    if (!vocabulary.podsHave(Family.IPV6)) {
      parts.add(terms.not(connection.overV6()));
    }
    return parts;
  }

  /** What holds of the named ports that formulas have asked for so far. */
  List<BoolExpr> namedPortConditions() {
    List<BoolExpr> parts = new ArrayList<>();
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      parts.add(
          terms.implies(
              named.holds(),
              terms.and(List.of(destination.isPod(), connection.uses(named.clause().protocol())))));
    }
    return parts;
  }

  /** The term of a formula, with the literals that it needs. */
  Definitions.Needing encoded(Formula formula) {
    return definitions.watch(() -> encode(formula));
  }

  private BoolExpr encode(Formula formula) {
    return switch (formula) {
      case Formula.All(var parts) -> terms.and(parts.stream().map(this::encode).toList());
      case Formula.Any(var parts) -> terms.or(parts.stream().map(this::encode).toList());
      case Formula.Not(var part) -> terms.not(encode(part));
      case Formula.Defined defined -> defined(defined);
      case Formula.InParty(var end, var party) -> membership(end, party);
      case Formula.InBoxes(var end, var boxes) -> ends.inBoxes(symbols(end), boxes);
      case Formula.InNamespace(var end, var namespace) ->
          terms.and(List.of(symbols(end).isPod(), ends.inNamespace(symbols(end), namespace)));
      case Formula.Opens(var service) -> opens(service);
      case Formula.Admitted admitted -> admitted(admitted);
      case Formula.RuleAdmits one -> ruleAdmits(one);
      case Formula.ClusterRuleMatches one ->
          cluster.mayMatch(
              one.policy(),
              one.rule(),
              one.enforcement(),
              self(one.direction()),
              other(one.direction()));
    };
  }

  private BoolExpr defined(Formula.Defined formula) {
    @Nullable BoolExpr known = defined.get(formula);
    if (known != null) {
      return definitions.use(known);
    }
    BoolExpr literal = definitions.define(() -> encode(formula.meaning()));
    defined.put(formula, literal);
    return literal;
  }

  private BoolExpr membership(Formula.End end, Party party) {
    IdentityHashMap<Party, BoolExpr> known =
        switch (end) {
          case SOURCE -> sourceMemberships;
          case DESTINATION -> destinationMemberships;
        };
    return known.computeIfAbsent(party, p -> ends.inParty(symbols(end), p));
  }

  private EndpointSymbols symbols(Formula.End end) {
    return switch (end) {
      case SOURCE -> source;
      case DESTINATION -> destination;
    };
  }

  private BoolExpr opens(Service service) {
    return switch (service) {
      case Service.Anything anything -> terms.z3().mkTrue();
      case Service.Listed(var clauses) -> terms.or(clauses.stream().map(this::opens).toList());
    };
  }

  private BoolExpr opens(PortClause clause) {
    BoolExpr ports =
        switch (clause) {
          case PortClause.AllPorts all -> terms.z3().mkTrue();
          case PortClause.Numbered(var protocol, var range) ->
              terms.between(
                  connection.port(),
                  BigInteger.valueOf(range.first()),
                  BigInteger.valueOf(range.last()));
          case PortClause.Named named -> connection.named(named);
        };
    return terms.and(List.of(connection.uses(clause.protocol()), ports));
  }

  private EndpointSymbols self(Direction direction) {
    return direction == Direction.INGRESS ? destination : source;
  }

  private EndpointSymbols other(Direction direction) {
    return direction == Direction.INGRESS ? source : destination;
  }

  private BoolExpr ruleAdmits(Formula.RuleAdmits one) {
    EndpointSymbols self = self(one.direction());
    EndpointSymbols other = other(one.direction());
    Policy policy = one.policy();
    return terms.and(
        List.of(
            self.isPod(),
            ends.inNamespace(self, vocabulary.namespaceIndex(policy.namespace())),
            ends.podLabels(self, policy.subject()),
            rule(policy, one.rule(), other, one.blocksMatchPods())));
  }

  private BoolExpr admitted(Formula.Admitted admitted) {
    Enforcement enforcement = admitted.enforcement();
    Direction direction = admitted.direction();
    BoolExpr policies = policies(enforcement, direction);
    boolean baseline = !enforcement.byPriority(Tier.BASELINE, direction).isEmpty();
    BoolExpr afterAdmin =
        baseline
            ? terms.and(
                List.of(
                    policies,
                    terms.or(
                        List.of(
                            governed(enforcement, direction),
                            tier(Tier.BASELINE, direction, enforcement, true)))))
            : policies;
    if (enforcement.byPriority(Tier.ADMIN, direction).isEmpty()) {
      return afterAdmin;
    }
    // A tier is monotone in what comes after it, so that two cases tell all.
    return terms.or(
        List.of(
            tier(Tier.ADMIN, direction, enforcement, false),
            terms.and(List.of(tier(Tier.ADMIN, direction, enforcement, true), afterAdmin))));
  }

  /** NetworkPolicies isolate the pod, or as good as that: the baseline is not asked. */
  private BoolExpr governed(Enforcement enforcement, Direction direction) {
    List<BoolExpr> parts = new ArrayList<>();
    for (Policy policy : enforcement.policies()) {
      if (policy.directions().contains(direction) || enforcement.baselineSkipped()) {
        EndpointSymbols self = self(direction);
        parts.add(
            terms.and(
                List.of(
                    ends.inNamespace(self, vocabulary.namespaceIndex(policy.namespace())),
                    ends.podLabels(self, policy.subject()))));
      }
    }
    return terms.or(parts);
  }

  /**
   * What literals of tiers stand for: the end is no pod, or the tier lets the connection through.
   */
  private record TierKey(Tier tier, Direction direction, Enforcement enforcement, boolean next) {}

  private BoolExpr tier(Tier tier, Direction direction, Enforcement enforcement, boolean next) {
    TierKey key = new TierKey(tier, direction, enforcement.withPolicies(List.of()), next);
    @Nullable BoolExpr known = tiers.get(key);
    if (known != null) {
      return definitions.use(known);
    }
    EndpointSymbols self = self(direction);
    BoolExpr literal =
        definitions.define(
            () ->
                terms.or(
                    List.of(
                        terms.not(self.isPod()),
                        cluster.tier(
                            tier,
                            direction,
                            enforcement,
                            self,
                            other(direction),
                            next ? terms.z3().mkTrue() : terms.z3().mkFalse()))));
    tiers.put(key, literal);
    return literal;
  }

  /** One implication a namespace: a policy constrains pods of its own namespace only. */
  private BoolExpr policies(Enforcement enforcement, Direction direction) {
    Map<Integer, List<Policy>> byNamespace = new TreeMap<>();
    for (Policy policy : enforcement.policies()) {
      if (policy.directions().contains(direction)) {
        byNamespace
            .computeIfAbsent(vocabulary.namespaceIndex(policy.namespace()), n -> new ArrayList<>())
            .add(policy);
      }
    }
    List<BoolExpr> parts = new ArrayList<>();
    byNamespace.forEach(
        (namespace, policies) ->
            parts.add(admittedIn(namespace, policies, direction, enforcement.blocksMatchPods())));
    return terms.and(parts);
  }

  /**
   * A literal that stands for the implication of one namespace. Nearly every question asks for the
   * same ones, so that each is defined once for the whole run.
   */
  private BoolExpr admittedIn(
      int namespace, List<Policy> policies, Direction direction, boolean blocksMatchPods) {
    List<Admission> here =
        admissions.computeIfAbsent(
            new Place(namespace, direction, blocksMatchPods), place -> new ArrayList<>());
    for (Admission known : here) {
      if (known.policies().equals(policies)) {
        return definitions.use(known.literal());
      }
    }
    BoolExpr literal =
        definitions.define(() -> implication(namespace, policies, direction, blocksMatchPods));
    here.add(new Admission(policies, literal));
    return literal;
  }

  /** What policies are asked about. */
  private record Place(int namespace, Direction direction, boolean blocksMatchPods) {}

  /** The literal for some policies in their place. */
  private record Admission(List<Policy> policies, BoolExpr literal) {}

  /** What the literals in terms stand for; that holds always. */
  Definitions definitions() {
    return definitions;
  }

  private BoolExpr implication(
      int namespace, List<Policy> policies, Direction direction, boolean blocksMatchPods) {
    EndpointSymbols self = self(direction);
    EndpointSymbols other = other(direction);
    List<BoolExpr> free = new ArrayList<>();
    List<BoolExpr> allowed = new ArrayList<>();
    for (Policy policy : policies) {
      BoolExpr subject = ends.podLabels(self, policy.subject());
      free.add(terms.not(subject));
      List<BoolExpr> rules = new ArrayList<>();
      for (Rule rule : policy.rules(direction)) {
        rules.add(rule(policy, rule, other, blocksMatchPods));
      }
      if (!rules.isEmpty()) {
        allowed.add(terms.and(List.of(subject, terms.or(rules))));
      }
    }
    allowed.add(terms.and(free));
    return terms.implies(
        terms.and(List.of(self.isPod(), ends.inNamespace(self, namespace))), terms.or(allowed));
  }

  private BoolExpr rule(Policy policy, Rule rule, EndpointSymbols other, boolean blocksMatchPods) {
    BoolExpr peers =
        rule.peers().isEmpty()
            ? terms.z3().mkTrue()
            : terms.or(
                rule.peers().stream()
                    .map(peer -> peer(policy, peer, other, blocksMatchPods))
                    .toList());
    BoolExpr ports =
        rule.ports().isEmpty()
            ? terms.z3().mkTrue()
            : terms.or(rule.ports().stream().map(PolicyPort::clause).map(this::opens).toList());
    return terms.and(List.of(peers, ports));
  }

  private BoolExpr peer(Policy policy, Peer peer, EndpointSymbols other, boolean blocksMatchPods) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, var pods, var site) ->
          terms.and(
              List.of(
                  other.isPod(),
                  ends.inNamespace(other, vocabulary.namespaceIndex(policy.namespace())),
                  ends.podLabels(other, pods)));
      case Peer.Pods(Peer.Namespaces.Matching(var labels), var pods, var site) ->
          terms.and(
              List.of(
                  other.isPod(), ends.namespaceLabels(other, labels), ends.podLabels(other, pods)));
      case Peer.Block(var block, var site) ->
          blocksMatchPods
              ? ends.inBlock(other, block)
              : terms.and(List.of(terms.not(other.isPod()), ends.inBlock(other, block)));
    };
  }
}
