package dev.zonec.kubernetes.manifest.cluster;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code spec} of a cluster-scoped policy; a field that is not written is null.
 *
 * @param tier v1alpha2: {@code Admin} or {@code Baseline}
 * @param priority its place in the tier
 * @param subject the pods that it applies to
 * @param ingress its ingress rules
 * @param egress its egress rules
 */
public record ClusterPolicySpec(
    @Nullable String tier,
    @Nullable Integer priority,
    @Nullable Pods subject,
    @Nullable List<Rule> ingress,
    @Nullable List<Rule> egress) {

  /**
   * A subject; and what every peer may be.
   *
   * @param namespaces all pods of these namespaces
   * @param pods some pods of some namespaces
   */
  public record Pods(@Nullable LabelSelector namespaces, @Nullable NamespacedPods pods) {}

  /** Some pods of some namespaces. */
  public record NamespacedPods(
      @Nullable LabelSelector namespaceSelector, @Nullable LabelSelector podSelector) {}

  /**
   * A rule.
   *
   * @param name its name
   * @param action what it does
   * @param from the peers of an ingress rule
   * @param to the peers of an egress rule
   * @param protocols v1alpha2: what it matches
   * @param ports v1alpha1: what it matches
   */
  public record Rule(
      @Nullable String name,
      @Nullable String action,
      @Nullable List<Peer> from,
      @Nullable List<Peer> to,
      @Nullable List<ProtocolMatch> protocols,
      @Nullable List<PortMatch> ports) {}

  /**
   * A peer.
   *
   * @param namespaces all pods of these namespaces
   * @param pods some pods of some namespaces
   * @param nodes nodes, of an egress rule
   * @param networks address blocks, of an egress rule
   * @param domainNames names, of an egress rule
   */
  public record Peer(
      @Nullable LabelSelector namespaces,
      @Nullable NamespacedPods pods,
      @Nullable LabelSelector nodes,
      @Nullable List<String> networks,
      @Nullable List<String> domainNames) {}

  /**
   * An entry of {@code protocols}.
   *
   * @param tcp TCP
   * @param udp UDP
   * @param sctp SCTP
   * @param destinationNamedPort a name that the destination gives the port, of any protocol
   */
  public record ProtocolMatch(
      @Nullable Destination tcp,
      @Nullable Destination udp,
      @Nullable Destination sctp,
      @Nullable String destinationNamedPort) {}

  /** What an entry asks of one protocol. */
  public record Destination(@Nullable Ports destinationPort) {}

  /** A number or a range. */
  public record Ports(@Nullable Integer number, @Nullable Range range) {}

  /** Ports from {@code start} to {@code end}; with a protocol in v1alpha1 only. */
  public record Range(@Nullable String protocol, @Nullable Integer start, @Nullable Integer end) {}

  /**
   * An entry of {@code ports}.
   *
   * @param portNumber a number
   * @param portRange a range
   * @param namedPort a name that the destination gives the port, of any protocol
   */
  public record PortMatch(
      @Nullable Numbered portNumber, @Nullable Range portRange, @Nullable String namedPort) {}

  /** A port of a protocol. */
  public record Numbered(@Nullable String protocol, @Nullable Integer port) {}
}
