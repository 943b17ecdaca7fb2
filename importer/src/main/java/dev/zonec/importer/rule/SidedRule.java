package dev.zonec.importer.rule;

import dev.zonec.diagnostics.Span;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.net.PortSet;

/**
 * One peer of one rule, as one end of a connection sees it.
 *
 * @param direction from where: ingress if {@code subject} is called
 * @param subject the pods that agree
 * @param peers whom they agree to talk to
 * @param ports on which ports of whoever is called
 * @param policy the policy that says so
 * @param span where it does
 */
public record SidedRule(
    Direction direction,
    PodCube subject,
    AdmittedPeers peers,
    PortSet ports,
    Policy policy,
    Span span) {}
