package dev.zonec.importer.rule;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortSet;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads policies as a list of subjects and of rules with one peer each. */
public final class RuleReading {
  private final BlockReading blocks;
  private final Map<PodCube, List<Policy>> subjects = new LinkedHashMap<>();
  private final List<SidedRule> rules = new ArrayList<>();
  private final List<Diagnostic> inexpressible = new ArrayList<>();
  private final List<Diagnostic> ineffective = new ArrayList<>();

  private final List<Namespace> declared;

  private RuleReading(BlockReading blocks, List<Namespace> declared) {
    this.blocks = blocks;
    this.declared = declared;
  }

  /**
   * Reads {@code policies}.
   *
   * @param cluster the address ranges of pods
   * @param blocksAvoidPods whether {@code ipblock-matches-pods} is settled as {@code no}
   * @param declared the namespaces whose labels are known
   */
  public static Rules read(
      List<Policy> policies, Cluster cluster, boolean blocksAvoidPods, List<Namespace> declared) {
    RuleReading reading = new RuleReading(new BlockReading(cluster, blocksAvoidPods), declared);
    policies.forEach(reading::read);
    return new Rules(
        reading.subjects, reading.rules, reading.inexpressible, reading.ineffective, declared);
  }

  private void read(Policy policy) {
    Optional<PodCube> subject = PodCube.inNamespace(policy.namespace(), policy.subject());
    if (subject.isEmpty()) {
      ineffective(policy.span(), policy + " selects no pod");
      return;
    }
    subjects.computeIfAbsent(subject.get(), s -> new ArrayList<>()).add(policy);
    for (Direction direction : Direction.values()) {
      for (Rule rule : policy.rules(direction)) {
        read(policy, subject.get(), direction, rule);
      }
    }
  }

  private void read(Policy policy, PodCube subject, Direction direction, Rule rule) {
    PortSet ports =
        rule.ports().isEmpty()
            ? new PortSet.Everything()
            : new PortSet.Some(rule.ports().stream().map(PolicyPort::clause).toList());
    if (rule.peers().isEmpty()) {
      rules.add(
          new SidedRule(
              direction, subject, new AdmittedPeers.Anyone(), ports, policy, rule.span()));
    }
    List<IpBlock> addresses = new ArrayList<>();
    List<Span> sites = new ArrayList<>();
    for (Peer peer : rule.peers()) {
      switch (peer) {
        case Peer.Pods pods ->
            pods(policy, pods)
                .ifPresentOrElse(
                    other ->
                        rules.add(
                            new SidedRule(direction, subject, other, ports, policy, pods.span())),
                    () -> ineffective(pods.span(), "no pod can match this peer of " + policy));
        case Peer.Block(IpBlock block, Span span) -> {
          if (blocks.inexpressible(block, policy.toString(), span).isPresent()) {
            blocks.inexpressible(block, policy.toString(), span).ifPresent(inexpressible::add);
          } else if (blocks.isInside(block)) {
            ineffective(
                span,
                "this peer of "
                    + policy
                    + " names addresses of pods only, and address blocks do not match pods");
          } else {
            addresses.add(block);
            sites.add(span);
          }
        }
      }
    }
    if (!addresses.isEmpty()) {
      addresses.sort(
          Comparator.comparing(IpBlock::cidr).thenComparing(block -> block.except().toString()));
      AdmittedPeers other = new AdmittedPeers.Addresses(addresses.stream().distinct().toList());
      rules.add(new SidedRule(direction, subject, other, ports, policy, sites.getFirst()));
    }
  }

  private Optional<AdmittedPeers> pods(Policy policy, Peer.Pods peer) {
    Optional<PodCube> cube =
        switch (peer.namespaces()) {
          case Peer.Namespaces.Own own -> PodCube.inNamespace(policy.namespace(), peer.pods());
          case Peer.Namespaces.Matching(var labels) -> PodCube.of(labels, peer.pods());
        };
    return cube.flatMap(each -> each.among(declared))
        .map(
            c ->
                c.equals(PodCube.EVERYTHING)
                    ? new AdmittedPeers.EveryPod()
                    : new AdmittedPeers.Pods(c));
  }

  private void ineffective(Span span, String message) {
    ineffective.add(
        Diagnostic.warning(Code.ZC0702, span, message).labelled("left out of the draft"));
  }
}
