package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Encodes NetworkPolicies: what they admit at the end that they speak for. */
final class PolicyEncoding {
  private final Terms terms;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final PortEncoding ports;
  private final Definitions definitions;
  private final Map<Place, List<Admission>> admissions = new HashMap<>();

  PolicyEncoding(
      Terms terms,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      PortEncoding ports,
      Definitions definitions) {
    this.terms = terms;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.ports = ports;
    this.definitions = definitions;
  }

  /** NetworkPolicies isolate the pod, or as good as that: the baseline is not asked. */
  BoolExpr governed(Enforcement enforcement, Direction direction, EndpointSymbols self) {
    List<BoolExpr> parts = new ArrayList<>();
    for (Policy policy : enforcement.policies()) {
      if (policy.directions().contains(direction) || enforcement.baselineSkipped()) {
        parts.add(
            terms.and(
                List.of(
                    ends.inNamespace(self, vocabulary.namespaceIndex(policy.namespace())),
                    ends.podLabels(self, policy.subject()))));
      }
    }
    return terms.or(parts);
  }

  /** The end is a subject of the policy and the rule admits. */
  BoolExpr ruleAdmits(Formula.RuleAdmits one, EndpointSymbols self, EndpointSymbols other) {
    Policy policy = one.policy();
    return terms.and(
        List.of(
            self.isPod(),
            ends.inNamespace(self, vocabulary.namespaceIndex(policy.namespace())),
            ends.podLabels(self, policy.subject()),
            rule(policy, one.rule(), other, one.blocksMatchPods())));
  }

  /** One implication a namespace: a policy constrains pods of its own namespace only. */
  BoolExpr admitted(
      Enforcement enforcement, Direction direction, EndpointSymbols self, EndpointSymbols other) {
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
            parts.add(
                admittedIn(
                    new Place(namespace, direction, enforcement.blocksMatchPods()),
                    policies,
                    self,
                    other)));
    return terms.and(parts);
  }

  /**
   * A literal that stands for the implication of one namespace. Nearly every question asks for the
   * same ones, so that each is defined once for the whole run.
   */
  private BoolExpr admittedIn(
      Place place, List<Policy> policies, EndpointSymbols self, EndpointSymbols other) {
    List<Admission> here = admissions.computeIfAbsent(place, p -> new ArrayList<>());
    for (Admission known : here) {
      if (known.policies().equals(policies)) {
        return definitions.use(known.literal());
      }
    }
    BoolExpr literal = definitions.define(() -> implication(place, policies, self, other));
    here.add(new Admission(policies, literal));
    return literal;
  }

  /** What policies are asked about. */
  private record Place(int namespace, Direction direction, boolean blocksMatchPods) {}

  /** The literal for some policies in their place. */
  private record Admission(List<Policy> policies, BoolExpr literal) {}

  private BoolExpr implication(
      Place place, List<Policy> policies, EndpointSymbols self, EndpointSymbols other) {
    List<BoolExpr> free = new ArrayList<>();
    List<BoolExpr> allowed = new ArrayList<>();
    for (Policy policy : policies) {
      BoolExpr subject = ends.podLabels(self, policy.subject());
      free.add(terms.not(subject));
      List<BoolExpr> rules = new ArrayList<>();
      for (Rule rule : policy.rules(place.direction())) {
        rules.add(rule(policy, rule, other, place.blocksMatchPods()));
      }
      if (!rules.isEmpty()) {
        allowed.add(terms.and(List.of(subject, terms.or(rules))));
      }
    }
    allowed.add(terms.and(free));
    return terms.implies(
        terms.and(List.of(self.isPod(), ends.inNamespace(self, place.namespace()))),
        terms.or(allowed));
  }

  private BoolExpr rule(Policy policy, Rule rule, EndpointSymbols other, boolean blocksMatchPods) {
    BoolExpr peers =
        rule.peers().isEmpty() ? terms.z3().mkTrue() : peers(policy, rule, other, blocksMatchPods);
    BoolExpr ports =
        rule.ports().isEmpty()
            ? terms.z3().mkTrue()
            : terms.or(
                rule.ports().stream().map(PolicyPort::clause).map(this.ports::opens).toList());
    return terms.and(List.of(peers, ports));
  }

  private BoolExpr peers(Policy policy, Rule rule, EndpointSymbols other, boolean blocksMatchPods) {
    List<BoolExpr> parts = new ArrayList<>();
    List<IpBlock> blocks = new ArrayList<>();
    for (Peer peer : rule.peers()) {
      switch (peer) {
        case Peer.Pods(Peer.Namespaces.Own own, var pods, var site) ->
            parts.add(
                terms.and(
                    List.of(
                        other.isPod(),
                        ends.inNamespace(other, vocabulary.namespaceIndex(policy.namespace())),
                        ends.podLabels(other, pods))));
        case Peer.Pods(Peer.Namespaces.Matching(var labels), var pods, var site) ->
            parts.add(
                terms.and(
                    List.of(
                        other.isPod(),
                        ends.namespaceLabels(other, labels),
                        ends.podLabels(other, pods))));
        case Peer.Block(var block, var site) -> blocks.add(block);
      }
    }
    if (!blocks.isEmpty()) {
      BoolExpr in = ends.inBlocks(other, blocks);
      parts.add(blocksMatchPods ? in : terms.and(List.of(terms.not(other.isPod()), in)));
    }
    return terms.or(parts);
  }
}
