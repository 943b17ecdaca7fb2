package dev.zonec.grammar.parser.mistake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes words of Kubernetes manifests, Cilium, Calico, Terraform, firewalls, Rego, Cedar and
 * security groups, with the equivalents in the language.
 */
final class ForeignWords {
  static final String[] NAMES = {
    "declare the addresses: `external NAME { cidr 203.0.113.0/24 }`",
    "or send the traffic through an egress proxy, and name the zone of the proxy",
    "or add a policy that supports host names, such as a CiliumNetworkPolicy"
  };

  private ForeignWords() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    return Stream.of(FlowWords.ALL, ClauseWords.ALL, SettingWords.ALL, StatementWords.ALL)
        .flatMap(List::stream)
        .flatMap(each -> each.guess(at).stream())
        .findFirst();
  }
}
