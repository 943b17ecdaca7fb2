package dev.zonec.importer.rule;

import dev.zonec.diagnostics.Span;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.net.PortSet;

/**
 * One peer of one rule. It admits connections on one side: that of its subject.
 *
 * @param direction the direction; with ingress, {@code subject} is the destination
 * @param subject the pods that the policy selects
 * @param peers the other ends that the rule admits
 * @param ports the ports of the destination
 * @param policy the policy of the rule
 * @param span the peer in its manifest, or the rule if it has no peers
 */
public record SidedRule(
    Direction direction,
    PodCube subject,
    AdmittedPeers peers,
    PortSet ports,
    Policy policy,
    Span span) {}
