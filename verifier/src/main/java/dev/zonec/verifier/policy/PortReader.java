package dev.zonec.verifier.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A port entry, checked as the API server does (networking validation, ValidateNetworkPolicyPort):
 * the protocol is TCP where none is given; no port means every port of the protocol.
 */
final class PortReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LETTER = Pattern.compile("[a-z]");

  private PortReader() {}

  /** The entry, or none if something is wrong with it, which goes to {@code site}. */
  static Optional<PolicyPort> read(NetworkPolicyPort entry, Site site) {
    Optional<Protocol> protocol = protocol(entry.getProtocol(), site.at("protocol"));
    @Nullable IntOrString port = entry.getPort();
    @Nullable Integer endPort = entry.getEndPort();
    Site endSite = site.at("endPort");
    if (port == null || port.getValue() == null) {
      if (endPort != null) {
        endSite.problem(Code.ZC0613, "`endPort` needs a `port` to start from");
        return Optional.empty();
      }
      return protocol.map(p -> new PolicyPort(new PortClause.AllPorts(p), site.span()));
    }
    if (port.getValue() instanceof String name) {
      boolean named = isName(name, site.at("port"));
      if (endPort != null) {
        endSite.problem(Code.ZC0613, "`endPort` cannot follow a named port");
        return Optional.empty();
      }
      return protocol
          .filter(p -> named)
          .map(p -> new PolicyPort(new PortClause.Named(p, name), site.span()));
    }
    int first = Optional.ofNullable(port.getIntVal()).orElse(0);
    int last = endPort == null ? first : endPort;
    if (!isPort(first, site.at("port")) || (endPort != null && !isPort(last, endSite))) {
      return Optional.empty();
    }
    if (last < first) {
      endSite.problem(Code.ZC0613, "`endPort` " + last + " is below `port` " + first);
      return Optional.empty();
    }
    PortRange range = new PortRange(first, last);
    return protocol.map(p -> new PolicyPort(new PortClause.Numbered(p, range), site.span()));
  }

  private static Optional<Protocol> protocol(@Nullable String word, Site site) {
    if (word == null) {
      return Optional.of(Protocol.TCP);
    }
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(word)) {
        return Optional.of(protocol);
      }
      if (protocol.name().equals(word.toUpperCase(Locale.ROOT))) {
        site.problem(
            Code.ZC0612,
            "there is no protocol `" + word + "`",
            "protocols are in capitals: `" + protocol.name() + "`");
        return Optional.empty();
      }
    }
    site.problem(
        Code.ZC0612,
        "a policy cannot name the protocol `" + word + "`",
        "it must be TCP, UDP or SCTP");
    return Optional.empty();
  }

  private static boolean isPort(int number, Site site) {
    boolean valid = number >= 1 && number <= 65535;
    if (!valid) {
      site.problem(Code.ZC0613, number + " is not a port: ports go from 1 to 65535");
    }
    return valid;
  }

  private static boolean isName(String name, Site site) {
    if (!name.isEmpty() && name.length() <= 5 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      site.problem(
          Code.ZC0614,
          "the string \"" + name + "\" is a port's name, and a name needs a letter",
          "write the number without quotes: " + name);
      return false;
    }
    boolean valid =
        name.length() <= 15 && NAME.matcher(name).matches() && LETTER.matcher(name).find();
    if (!valid) {
      site.problem(
          Code.ZC0614,
          "`" + name + "` is not a port's name",
          "at most 15 of a-z, 0-9 and single inner hyphens, one of them a letter");
    }
    return valid;
  }
}
