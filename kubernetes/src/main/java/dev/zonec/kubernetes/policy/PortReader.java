package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a port of a rule with the checks of the API server (networking validation,
 * ValidateNetworkPolicyPort). The protocol is TCP by default, and an entry without a port means
 * every port of the protocol.
 */
final class PortReader {
  private PortReader() {}

  /** Returns the port; empty if it is invalid, which is reported at {@code field}. */
  static Optional<PolicyPort> read(NetworkPolicyPort entry, CheckedField field) {
    Optional<Protocol> protocol = PortSyntax.protocol(entry.getProtocol(), field.at("protocol"));
    @Nullable IntOrString port = entry.getPort();
    @Nullable Integer endPort = entry.getEndPort();
    CheckedField endSite = field.at("endPort");
    if (port == null || port.getValue() == null) {
      if (endPort != null) {
        endSite.problem(Code.ZC0613, "`endPort` needs a `port` to start from");
        return Optional.empty();
      }
      return protocol.map(p -> new PolicyPort(new PortClause.AllPorts(p), field.span()));
    }
    if (port.getValue() instanceof String name) {
      boolean named = PortSyntax.isName(name, field.at("port"));
      if (endPort != null) {
        endSite.problem(Code.ZC0613, "`endPort` cannot be used with a named port");
        return Optional.empty();
      }
      return protocol
          .filter(p -> named)
          .map(p -> new PolicyPort(new PortClause.Named(p, name), field.span()));
    }
    int first = Optional.ofNullable(port.getIntVal()).orElse(0);
    int last = endPort == null ? first : endPort;
    if (!PortSyntax.isPort(first, field.at("port"))
        || (endPort != null && !PortSyntax.isPort(last, endSite))) {
      return Optional.empty();
    }
    if (last < first) {
      endSite.problem(Code.ZC0613, "`endPort` " + last + " is below `port` " + first);
      return Optional.empty();
    }
    PortRange range = new PortRange(first, last);
    return protocol.map(p -> new PolicyPort(new PortClause.Numbered(p, range), field.span()));
  }
}
