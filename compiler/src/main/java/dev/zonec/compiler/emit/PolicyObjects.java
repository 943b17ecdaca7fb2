package dev.zonec.compiler.emit;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortSet;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Converts planned policies to objects of the Kubernetes API. */
final class PolicyObjects {
  private PolicyObjects() {}

  static NetworkPolicy of(PolicyPlan plan) {
    ObjectMeta metadata = new ObjectMeta();
    metadata.setName(plan.name());
    metadata.setNamespace(plan.namespace());
    metadata.setLabels(new TreeMap<>(plan.labels()));
    metadata.setAnnotations(new TreeMap<>(plan.annotations()));
    NetworkPolicySpec spec = new NetworkPolicySpec();
    spec.setPodSelector(LabelSelectors.of(plan.pods()));
    List<String> types = new ArrayList<>();
    if (plan.denied().ingress()) {
      types.add("Ingress");
      spec.setIngress(plan.ingress().stream().map(PolicyObjects::ingress).toList());
    }
    if (plan.denied().egress()) {
      types.add("Egress");
      spec.setEgress(plan.egress().stream().map(PolicyObjects::egress).toList());
    }
    spec.setPolicyTypes(types);
    NetworkPolicy policy = new NetworkPolicy();
    policy.setMetadata(metadata);
    policy.setSpec(spec);
    return policy;
  }

  private static NetworkPolicyIngressRule ingress(PlannedRule rule) {
    NetworkPolicyIngressRule out = new NetworkPolicyIngressRule();
    out.setFrom(peers(rule));
    out.setPorts(ports(rule.ports()));
    return out;
  }

  private static NetworkPolicyEgressRule egress(PlannedRule rule) {
    NetworkPolicyEgressRule out = new NetworkPolicyEgressRule();
    out.setTo(peers(rule));
    out.setPorts(ports(rule.ports()));
    return out;
  }

  private static List<NetworkPolicyPeer> peers(PlannedRule rule) {
    // A rule for every end has no list of peers in Kubernetes.
    return rule.peers().contains(new PlannedPeer.Anyone())
        ? List.of()
        : rule.peers().stream().map(PolicyObjects::peer).toList();
  }

  private static NetworkPolicyPeer peer(PlannedPeer peer) {
    NetworkPolicyPeer out = new NetworkPolicyPeer();
    switch (peer) {
      case PlannedPeer.Pods(PlannedPeer.Namespaces.Own(), Selector pods) ->
          out.setPodSelector(LabelSelectors.of(pods));
      case PlannedPeer.Pods(PlannedPeer.Namespaces.Labelled(Selector labels), Selector pods) -> {
        LabelSelector namespaces = LabelSelectors.of(labels);
        out.setNamespaceSelector(namespaces);
        if (!pods.selectsEverything()) {
          out.setPodSelector(LabelSelectors.of(pods));
        }
      }
      case PlannedPeer.Anyone() ->
          throw new IllegalArgumentException("every end is not a peer of the Kubernetes API");
      case PlannedPeer.Block(IpBlock block) ->
          out.setIpBlock(
              new IPBlock(
                  block.cidr().toString(), block.except().stream().map(Cidr::toString).toList()));
    }
    return out;
  }

  private static List<NetworkPolicyPort> ports(PortSet ports) {
    return switch (ports) {
      case PortSet.Everything() -> List.of();
      case PortSet.Some(List<PortClause> clauses) ->
          clauses.stream().map(PolicyObjects::port).toList();
    };
  }

  private static NetworkPolicyPort port(PortClause clause) {
    NetworkPolicyPort port = new NetworkPolicyPort();
    port.setProtocol(clause.protocol().name());
    switch (clause) {
      case PortClause.AllPorts all -> {}
      case PortClause.Named named -> port.setPort(new IntOrString(named.name()));
      case PortClause.Numbered(var protocol, PortRange(int first, int last)) -> {
        port.setPort(new IntOrString(first));
        if (last > first) {
          port.setEndPort(last);
        }
      }
    }
    return port;
  }
}
