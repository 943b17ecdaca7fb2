package dev.zonec.kubernetes.manifest.cluster;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code spec} of a cluster-scoped policy. Missing fields are null.
 *
 * @param tier v1alpha2: {@code Admin} or {@code Baseline}
 * @param priority the priority in the tier
 * @param subject the pods that the policy applies to
 * @param ingress the ingress rules
 * @param egress the egress rules
 */
public record ClusterPolicySpec(
    @Nullable String tier,
    @Nullable Integer priority,
    @Nullable Pods subject,
    @Nullable List<Rule> ingress,
    @Nullable List<Rule> egress) {

  /**
   * A subject, or the fields that every peer can have.
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
   * @param name the name
   * @param action the action
   * @param from the peers of an ingress rule
   * @param to the peers of an egress rule
   * @param protocols v1alpha2: the protocols and ports
   * @param ports v1alpha1: the protocols and ports
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
   * @param nodes nodes; egress only
   * @param networks address blocks; egress only
   * @param domainNames domain names; egress only
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
   * @param tcp ports of TCP
   * @param udp ports of UDP
   * @param sctp ports of SCTP
   * @param destinationNamedPort a port name, of any protocol
   */
  public record ProtocolMatch(
      @Nullable Destination tcp,
      @Nullable Destination udp,
      @Nullable Destination sctp,
      @Nullable String destinationNamedPort) {}

  /** The ports of one protocol. */
  public record Destination(@Nullable Ports destinationPort) {}

  /** A number or a range. */
  public record Ports(@Nullable Integer number, @Nullable Range range) {}

  /** The ports from {@code start} to {@code end}. Only v1alpha1 has the protocol. */
  public record Range(@Nullable String protocol, @Nullable Integer start, @Nullable Integer end) {}

  /**
   * An entry of {@code ports}.
   *
   * @param portNumber a port
   * @param portRange a range
   * @param namedPort a port name, of any protocol
   */
  public record PortMatch(
      @Nullable Numbered portNumber, @Nullable Range portRange, @Nullable String namedPort) {}

  /** A port of a protocol. */
  public record Numbered(@Nullable String protocol, @Nullable Integer port) {}
}
