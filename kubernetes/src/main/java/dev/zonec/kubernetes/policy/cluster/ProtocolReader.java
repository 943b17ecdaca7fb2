package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.PortSyntax;
import dev.zonec.kubernetes.policy.Site;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code protocols} (v1alpha2) or {@code ports} (v1alpha1), as the port clauses that it
 * comes to: a name that any protocol may have is one clause for each protocol.
 */
final class ProtocolReader {
  private static final String HOW_MANY = "an entry needs exactly one field, and has ";

  private ProtocolReader() {}

  /** What a v1alpha2 entry matches; what is wrong with it goes to {@code site}. */
  static List<PolicyPort> read(ClusterPolicySpec.ProtocolMatch entry, Site site) {
    @Nullable String name = entry.destinationNamedPort();
    if (!isOne(site, entry.tcp(), entry.udp(), entry.sctp(), name)) {
      return List.of();
    }
    if (name != null) {
      return named(name, site.at("destinationNamedPort"), site);
    }
    return Stream.of(
            destination(Protocol.TCP, entry.tcp(), site.at("tcp"), site),
            destination(Protocol.UDP, entry.udp(), site.at("udp"), site),
            destination(Protocol.SCTP, entry.sctp(), site.at("sctp"), site))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PolicyPort> destination(
      Protocol protocol, ClusterPolicySpec.@Nullable Destination written, Site site, Site entry) {
    if (written == null) {
      return Optional.empty();
    }
    ClusterPolicySpec.@Nullable Ports ports = written.destinationPort();
    if (ports == null) {
      site.problem(
          Code.ZC0620,
          "a protocol needs a `destinationPort`",
          "for every port write `destinationPort: {range: {start: 1, end: 65535}}`");
      return Optional.empty();
    }
    Site portSite = site.at("destinationPort");
    if (!isOne(portSite, ports.number(), ports.range())) {
      return Optional.empty();
    }
    ClusterPolicySpec.@Nullable Range range = ports.range();
    Optional<PortRange> read =
        range != null
            ? range(range, portSite.at("range"), true)
            : number(ports.number(), portSite, "number");
    return read.map(r -> new PolicyPort(new PortClause.Numbered(protocol, r), entry.span()));
  }

  /** What a v1alpha1 entry matches; what is wrong with it goes to {@code site}. */
  static List<PolicyPort> read(ClusterPolicySpec.PortMatch entry, Site site) {
    @Nullable String name = entry.namedPort();
    if (!isOne(site, entry.portNumber(), entry.portRange(), name)) {
      return List.of();
    }
    if (name != null) {
      return named(name, site.at("namedPort"), site);
    }
    ClusterPolicySpec.@Nullable Range range = entry.portRange();
    ClusterPolicySpec.@Nullable Numbered number = entry.portNumber();
    Site fieldSite = site.at(range != null ? "portRange" : "portNumber");
    @Nullable String word =
        range != null ? range.protocol() : number != null ? number.protocol() : null;
    Optional<Protocol> protocol =
        OpenMeaning.of(fieldSite.at("protocol"), s -> PortSyntax.protocol(word, s));
    Optional<PortRange> read =
        range != null
            ? range(range, fieldSite, false)
            : number(number == null ? null : number.port(), fieldSite, "port");
    return protocol
        .flatMap(p -> read.map(r -> new PolicyPort(new PortClause.Numbered(p, r), site.span())))
        .stream()
        .toList();
  }

  private static List<PolicyPort> named(String name, Site site, Site entry) {
    if (!OpenMeaning.of(site, s -> PortSyntax.isName(name, s))) {
      return List.of();
    }
    return Arrays.stream(Protocol.values())
        .map(protocol -> new PolicyPort(new PortClause.Named(protocol, name), entry.span()))
        .toList();
  }

  private static Optional<PortRange> number(@Nullable Integer port, Site site, String field) {
    if (port == null) {
      site.problem(Code.ZC0620, "the entry needs a `" + field + "`");
      return Optional.empty();
    }
    return PortSyntax.isPort(port, site.at(field))
        ? Optional.of(new PortRange(port, port))
        : Optional.empty();
  }

  private static Optional<PortRange> range(
      ClusterPolicySpec.Range range, Site site, boolean checked) {
    @Nullable Integer start = range.start();
    @Nullable Integer end = range.end();
    if (start == null || end == null) {
      site.problem(Code.ZC0620, "a range needs `start` and `end`");
      return Optional.empty();
    }
    boolean first = PortSyntax.isPort(start, site.at("start"));
    boolean ports = PortSyntax.isPort(end, site.at("end")) && first;
    if (ports && start >= end) {
      String message = "a range's `start` must be below its `end`";
      if (checked) {
        site.problem(Code.ZC0620, message);
      } else {
        OpenMeaning.note(site, message);
      }
    }
    return ports && start < end ? Optional.of(new PortRange(start, end)) : Optional.empty();
  }

  private static boolean isOne(Site site, @Nullable Object... fields) {
    long count = Arrays.stream(fields).filter(Objects::nonNull).count();
    if (count != 1) {
      site.problem(Code.ZC0620, HOW_MANY + (count == 0 ? "none" : count));
    }
    return count == 1;
  }
}
