package dev.zonec.kubernetes.manifest.object;

import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Destination;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.NamespacedPods;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Numbered;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Peer;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Pods;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.PortMatch;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Ports;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.ProtocolMatch;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Range;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec.Rule;

/** The fields of cluster-scoped policies. */
final class ClusterPolicyFields {
  private ClusterPolicyFields() {}

  static ClusterPolicySpec spec(CheckedFields fields) {
    return new ClusterPolicySpec(
        fields.text("tier"),
        fields.whole("priority"),
        fields.object("subject", ClusterPolicyFields::pods),
        fields.listIfPresent("ingress", ClusterPolicyFields::rule),
        fields.listIfPresent("egress", ClusterPolicyFields::rule));
  }

  private static Pods pods(CheckedFields fields) {
    return new Pods(
        fields.object("namespaces", Selectors::of),
        fields.object("pods", ClusterPolicyFields::namespacedPods));
  }

  private static NamespacedPods namespacedPods(CheckedFields fields) {
    return new NamespacedPods(
        fields.object("namespaceSelector", Selectors::of),
        fields.object("podSelector", Selectors::of));
  }

  private static Rule rule(CheckedFields fields) {
    return new Rule(
        fields.text("name"),
        fields.text("action"),
        fields.listIfPresent("from", ClusterPolicyFields::peer),
        fields.listIfPresent("to", ClusterPolicyFields::peer),
        fields.listIfPresent("protocols", ClusterPolicyFields::protocol),
        fields.listIfPresent("ports", ClusterPolicyFields::port));
  }

  private static Peer peer(CheckedFields fields) {
    return new Peer(
        fields.object("namespaces", Selectors::of),
        fields.object("pods", ClusterPolicyFields::namespacedPods),
        fields.object("nodes", Selectors::of),
        fields.textListIfPresent("networks"),
        fields.textListIfPresent("domainNames"));
  }

  private static ProtocolMatch protocol(CheckedFields fields) {
    return new ProtocolMatch(
        fields.object("tcp", ClusterPolicyFields::destination),
        fields.object("udp", ClusterPolicyFields::destination),
        fields.object("sctp", ClusterPolicyFields::destination),
        fields.text("destinationNamedPort"));
  }

  private static Destination destination(CheckedFields fields) {
    return new Destination(fields.object("destinationPort", ClusterPolicyFields::ports));
  }

  private static Ports ports(CheckedFields fields) {
    return new Ports(fields.whole("number"), fields.object("range", ClusterPolicyFields::range));
  }

  private static Range range(CheckedFields fields) {
    return new Range(fields.text("protocol"), fields.whole("start"), fields.whole("end"));
  }

  private static PortMatch port(CheckedFields fields) {
    return new PortMatch(
        fields.object("portNumber", ClusterPolicyFields::numbered),
        fields.object("portRange", ClusterPolicyFields::range),
        fields.text("namedPort"));
  }

  private static Numbered numbered(CheckedFields fields) {
    return new Numbered(fields.text("protocol"), fields.whole("port"));
  }
}
