package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a chain. It matches a connection if one of its peers is the other end and the traffic
 * includes the connection.
 *
 * @param action the effect on connections that it matches
 * @param peers the other ends that it matches; none matches nothing
 * @param traffic the protocols and ports that it matches
 * @param onlyIf a knob that must take its permissive answer; else there is no such rule
 * @param span the rule in its manifest; for a rule that the API implies, the whole policy
 */
public record ChainRule(
    Action action, List<Ends> peers, Traffic traffic, Optional<Knob> onlyIf, Span span) {
  /** Copies the list. */
  public ChainRule {
    peers = List.copyOf(peers);
  }

  /** Whether the rule exists under {@code reading}. */
  public boolean existsUnder(Reading reading) {
    return onlyIf.map(reading::isPermissive).orElse(true);
  }

  /** Whether the rule certainly matches every connection. */
  public boolean matchesEverything() {
    if (onlyIf.isPresent() || !(traffic instanceof Traffic.Everything)) {
      return false;
    }
    for (Ends peer : peers) {
      if (peer instanceof Ends.Anyone) {
        return true;
      }
    }
    return false;
  }

  /** Returns the ports that the rule lists. */
  public List<PolicyPort> ports() {
    return traffic instanceof Traffic.Listed(List<PolicyPort> ports) ? ports : List.of();
  }
}
