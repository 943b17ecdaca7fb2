package dev.zonec.importer.plan;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.rule.AdmittedPeers;
import dev.zonec.importer.rule.Rules;
import dev.zonec.importer.rule.SidedRule;
import dev.zonec.importer.set.CommonPorts;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.net.PortSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns rules into flows.
 *
 * <p>A flow permits the connection at both of its ends, but a rule only at its subject. The peer of
 * a rule therefore becomes an external, unless a rule of the peer's own policies admits the same
 * connection. In that case both ends become zones.
 */
public final class Planning {
  private final Rules rules;
  private final ZonePlanning zones;
  private final List<PlannedFlow> flows = new ArrayList<>();
  private final Set<Set<SidedRule>> reported = new HashSet<>();
  private final List<Diagnostic> inexpressible = new ArrayList<>();
  private final List<Diagnostic> ineffective = new ArrayList<>();
  private final Runnable onStep;

  private Planning(Rules rules, Runnable onStep) {
    this.rules = rules;
    this.onStep = onStep;
    this.zones = new ZonePlanning(rules.subjects(), onStep);
    this.inexpressible.addAll(rules.inexpressible());
    this.ineffective.addAll(rules.ineffective());
  }

  /**
   * Plans a program that allows what {@code rules} allow, except for rules that the language cannot
   * express.
   *
   * @param onStep runs before each step that may take long; it may throw to end the planning
   */
  public static Plan plan(Rules rules, Runnable onStep) {
    Planning planning = new Planning(rules, onStep);
    rules.rules().forEach(planning::add);
    List<PlannedFlow> merged = FlowMerging.merge(planning.flows);
    return new Plan(planning.zones.plan(), merged, planning.inexpressible, planning.ineffective);
  }

  private void add(SidedRule rule) {
    onStep.run();
    switch (rule.peers()) {
      case AdmittedPeers.Anyone() -> flow(rule, new End.Anyone());
      case AdmittedPeers.EveryPod() -> flow(rule, new End.EveryPod());
      case AdmittedPeers.Addresses(var blocks) -> flow(rule, new End.Addresses(blocks));
      case AdmittedPeers.Pods(PodCube pods) -> addPods(rule, pods);
    }
  }

  private void addPods(SidedRule rule, PodCube peers) {
    Direction opposite = rule.direction().opposite();
    if (!zones.isInside(peers)) {
      flow(rule, new End.Foreign(peers));
    } else if (!zones.denied(peers).contains(opposite) || isAgreed(rule, peers)) {
      flow(rule, zones.zone(peers));
    } else {
      addCommon(rule, peers);
    }
  }

  /** Whether the policies of the peers admit everything that {@code rule} admits. */
  private boolean isAgreed(SidedRule rule, PodCube peers) {
    List<PodCube> agreeing =
        rules.rules().stream()
            .filter(own -> own.direction() != rule.direction())
            .filter(own -> own.peers().holds(rule.subject()) && own.ports().contains(rule.ports()))
            .map(SidedRule::subject)
            .filter(subject -> subject.and(peers).isPresent())
            .distinct()
            .toList();
    return peers.isCoveredBy(agreeing, onStep);
  }

  /**
   * Adds the connections that both the rule and a rule of the peers admit. The peers are isolated,
   * so nothing else is allowed.
   */
  private void addCommon(SidedRule rule, PodCube peers) {
    boolean any = false;
    for (SidedRule own : rules.rules()) {
      if (own.direction() == rule.direction()) {
        continue;
      }
      Optional<PodCube> mine = own.subject().and(peers).flatMap(this::known);
      Optional<PodCube> theirs = inSubject(rule, own.peers()).flatMap(this::known);
      if (mine.isEmpty() || theirs.isEmpty()) {
        continue;
      }
      switch (CommonPorts.of(rule.ports(), own.ports())) {
        case CommonPorts.Nothing() -> {}
        case CommonPorts.Some(PortSet ports) -> {
          any = true;
          End subject = zones.zone(theirs.get());
          End peer = zones.zone(mine.get());
          boolean ingress = rule.direction() == Direction.INGRESS;
          flows.add(
              PlannedFlow.of(
                  ingress ? peer : subject, ingress ? subject : peer, ports, List.of(rule, own)));
        }
        case CommonPorts.Inexpressible() -> {
          any = true;
          // The other rule is handled when its own turn comes.
          if (reported.add(Set.of(rule, own))) {
            inexpressible.add(namedAndNumbered(rule, own));
          }
        }
      }
    }
    if (!any) {
      ineffective.add(
          Diagnostic.warning(
                  Code.ZC0702,
                  rule.span(),
                  "the rule of "
                      + rule.policy()
                      + " has no effect: the policies of the other pods block the connection")
              .labelled("left out of the draft"));
    }
  }

  private Optional<PodCube> known(PodCube pods) {
    return pods.among(rules.declared());
  }

  private static Optional<PodCube> inSubject(SidedRule rule, AdmittedPeers other) {
    return switch (other) {
      case AdmittedPeers.Anyone() -> Optional.of(rule.subject());
      case AdmittedPeers.EveryPod() -> Optional.of(rule.subject());
      case AdmittedPeers.Pods(PodCube pods) -> rule.subject().and(pods);
      case AdmittedPeers.Addresses addresses -> Optional.empty();
    };
  }

  private static Diagnostic namedAndNumbered(SidedRule rule, SidedRule own) {
    return Diagnostic.error(
            Code.ZC0701,
            rule.span(),
            rule.policy()
                + " and "
                + own.policy()
                + " have a port in common, one by name and one by number")
        .labelled("a flow cannot require both")
        .also(own.span(), "the other rule")
        .help("write both by number, or both by the same name");
  }

  private void flow(SidedRule rule, End other) {
    End subject = zones.zone(rule.subject());
    List<SidedRule> origin = List.of(rule);
    flows.add(
        rule.direction() == Direction.INGRESS
            ? PlannedFlow.of(other, subject, rule.ports(), origin)
            : PlannedFlow.of(subject, other, rule.ports(), origin));
  }
}
