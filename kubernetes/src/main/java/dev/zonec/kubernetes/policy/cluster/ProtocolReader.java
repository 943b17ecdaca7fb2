package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.PortSyntax;
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
 * Reads an entry of {@code protocols} (v1alpha2) or {@code ports} (v1alpha1) as port clauses. A
 * port name of any protocol becomes one clause for each protocol.
 */
final class ProtocolReader {
  private static final String HOW_MANY = "an entry needs exactly one field, and has ";

  private ProtocolReader() {}

  /** Reads a v1alpha2 entry. Problems are reported at {@code field}. */
  static List<PolicyPort> read(ClusterPolicySpec.ProtocolMatch entry, CheckedField field) {
    @Nullable String name = entry.destinationNamedPort();
    if (!isOne(field, entry.tcp(), entry.udp(), entry.sctp(), name)) {
      return List.of();
    }
    if (name != null) {
      return named(name, field.at("destinationNamedPort"), field);
    }
    return Stream.of(
            destination(Protocol.TCP, entry.tcp(), field.at("tcp"), field),
            destination(Protocol.UDP, entry.udp(), field.at("udp"), field),
            destination(Protocol.SCTP, entry.sctp(), field.at("sctp"), field))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PolicyPort> destination(
      Protocol protocol,
      ClusterPolicySpec.@Nullable Destination written,
      CheckedField field,
      CheckedField entry) {
    if (written == null) {
      return Optional.empty();
    }
    ClusterPolicySpec.@Nullable Ports ports = written.destinationPort();
    if (ports == null) {
      field.problem(
          Code.ZC0620,
          "a protocol needs a `destinationPort`",
          "for every port write `destinationPort: {range: {start: 1, end: 65535}}`");
      return Optional.empty();
    }
    CheckedField portSite = field.at("destinationPort");
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

  /** Reads a v1alpha1 entry. Problems are reported at {@code field}. */
  static List<PolicyPort> read(ClusterPolicySpec.PortMatch entry, CheckedField field) {
    @Nullable String name = entry.namedPort();
    if (!isOne(field, entry.portNumber(), entry.portRange(), name)) {
      return List.of();
    }
    if (name != null) {
      return named(name, field.at("namedPort"), field);
    }
    ClusterPolicySpec.@Nullable Range range = entry.portRange();
    ClusterPolicySpec.@Nullable Numbered number = entry.portNumber();
    CheckedField fieldSite = field.at(range != null ? "portRange" : "portNumber");
    @Nullable String word =
        range != null ? range.protocol() : number != null ? number.protocol() : null;
    Optional<Protocol> protocol =
        UncheckedBySchema.of(fieldSite.at("protocol"), s -> PortSyntax.protocol(word, s));
    Optional<PortRange> read =
        range != null
            ? range(range, fieldSite, false)
            : number(number == null ? null : number.port(), fieldSite, "port");
    return protocol
        .flatMap(p -> read.map(r -> new PolicyPort(new PortClause.Numbered(p, r), field.span())))
        .stream()
        .toList();
  }

  private static List<PolicyPort> named(String name, CheckedField field, CheckedField entry) {
    if (!UncheckedBySchema.of(field, s -> PortSyntax.isName(name, s))) {
      return List.of();
    }
    return Arrays.stream(Protocol.values())
        .map(protocol -> new PolicyPort(new PortClause.Named(protocol, name), entry.span()))
        .toList();
  }

  private static Optional<PortRange> number(
      @Nullable Integer port, CheckedField parent, String name) {
    if (port == null) {
      parent.problem(Code.ZC0620, "the entry needs a `" + name + "`");
      return Optional.empty();
    }
    return PortSyntax.isPort(port, parent.at(name))
        ? Optional.of(new PortRange(port, port))
        : Optional.empty();
  }

  private static Optional<PortRange> range(
      ClusterPolicySpec.Range range, CheckedField field, boolean checked) {
    @Nullable Integer start = range.start();
    @Nullable Integer end = range.end();
    if (start == null || end == null) {
      field.problem(Code.ZC0620, "a range needs `start` and `end`");
      return Optional.empty();
    }
    boolean first = PortSyntax.isPort(start, field.at("start"));
    boolean ports = PortSyntax.isPort(end, field.at("end")) && first;
    if (ports && start >= end) {
      String message = "a range's `start` must be below its `end`";
      if (checked) {
        field.problem(Code.ZC0620, message);
      } else {
        UncheckedBySchema.note(field, message);
      }
    }
    return ports && start < end ? Optional.of(new PortRange(start, end)) : Optional.empty();
  }

  private static boolean isOne(CheckedField field, @Nullable Object... fields) {
    long count = Arrays.stream(fields).filter(Objects::nonNull).count();
    if (count != 1) {
      field.problem(Code.ZC0620, HOW_MANY + (count == 0 ? "none" : count));
    }
    return count == 1;
  }
}
