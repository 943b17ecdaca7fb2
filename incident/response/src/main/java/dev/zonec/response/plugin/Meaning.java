package dev.zonec.response.plugin;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.program.PodSet;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PodTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes what a plugin's policy means, as a policy of the Admin tier. */
final class Meaning {
  private static final List<Cidr> EVERY_ADDRESS = List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"));

  private final NewObject object;
  private final int priority;
  private final SourceText text;

  /** The number of spans so far. Rules are told apart by their spans. */
  private int spans;

  /**
   * @param object the policy of the plugin
   * @param priority the priority in the Admin tier
   */
  Meaning(NewObject object, int priority) {
    this.object = object;
    this.priority = priority;
    this.text = new SourceText("(planned)", object.text());
  }

  /**
   * Returns the policy that isolates pods. A rule accepts connections of allowed pods. If the
   * plugin only leaves them to other policies, such a rule says too much about these connections,
   * and the right thing about all others.
   */
  ClusterPolicy isolating(Isolating isolating) {
    List<ClusterRule> ingress = new ArrayList<>();
    if (!isolating.allowed().isEmpty()) {
      List<ClusterPeer> peers = new ArrayList<>();
      for (PodSet.Term term : isolating.allowed()) {
        peers.add(new ClusterPeer.Pods(PodTerms.namespaces(term), term.pods(), span()));
      }
      ingress.add(rule("allowed", Action.ACCEPT, peers, List.of()));
    }
    ingress.add(rule("deny", Action.DENY, everything(), List.of()));
    return policy(
        new PolicySubject(
            PodTerms.namespaces(isolating.namespaces()),
            new Selector(
                List.of(
                    new Requirement.In(
                        isolating.label(), new TreeSet<>(List.of(isolating.id())))))),
        ingress,
        List.of(rule("deny", Action.DENY, everything(), List.of())));
  }

  /** Returns the policy that refuses addresses and ports. */
  ClusterPolicy refusing(Refusing refusing) {
    return policy(
        new PolicySubject(Selector.EVERYTHING, Selector.EVERYTHING),
        refusals(refusing),
        refusals(refusing));
  }

  private List<ClusterRule> refusals(Refusing refusing) {
    List<ClusterRule> rules = new ArrayList<>();
    if (!refusing.blocks().isEmpty()) {
      rules.add(
          rule(
              "deny-addresses",
              Action.DENY,
              List.of(new ClusterPeer.Networks(refusing.blocks(), span())),
              List.of()));
    }
    if (!refusing.ports().isEmpty()) {
      rules.add(rule("deny-ports", Action.DENY, everything(), refusing.ports()));
    }
    return rules;
  }

  private List<ClusterPeer> everything() {
    return List.of(
        new ClusterPeer.Pods(Selector.EVERYTHING, Selector.EVERYTHING, span()),
        new ClusterPeer.Networks(EVERY_ADDRESS, span()));
  }

  private ClusterRule rule(
      String name, Action action, List<ClusterPeer> peers, List<PortClause> ports) {
    return new ClusterRule(
        name,
        action,
        peers,
        ports.stream().map(clause -> new PolicyPort(clause, span())).toList(),
        span());
  }

  private ClusterPolicy policy(
      PolicySubject subject, List<ClusterRule> ingress, List<ClusterRule> egress) {
    return new ClusterPolicy(
        String.valueOf(object.tree().get("kind")),
        object.name(),
        Tier.ADMIN,
        priority,
        subject,
        ingress,
        egress,
        new Span(text, 0, object.text().length()));
  }

  private Span span() {
    int start = spans++;
    return new Span(text, start, start + 1);
  }
}
