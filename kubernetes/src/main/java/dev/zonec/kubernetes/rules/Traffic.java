package dev.zonec.kubernetes.rules;

import dev.zonec.kubernetes.policy.PolicyPort;
import java.util.List;

/** The protocols and ports that a rule matches. */
public sealed interface Traffic {
  /** Every protocol and port. */
  record Everything() implements Traffic {}

  /** Every port of every protocol that has ports. */
  record EveryPort() implements Traffic {}

  /** Protocols without ports, such as ICMP. */
  record Portless() implements Traffic {}

  /**
   * Any of the ports.
   *
   * @param ports the entries; none matches nothing
   */
  record Listed(List<PolicyPort> ports) implements Traffic {
    /** Copies the list. */
    public Listed {
      ports = List.copyOf(ports);
    }
  }
}
