package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;

/** The fields of NetworkPolicies. */
final class PolicyFields {
  private PolicyFields() {}

  static NetworkPolicySpec spec(CheckedFields fields) {
    NetworkPolicySpec spec = new NetworkPolicySpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setPodSelector(fields.object("podSelector", Selectors::of));
    spec.setPolicyTypes(fields.textList("policyTypes"));
    spec.setIngress(fields.list("ingress", PolicyFields::ingress));
    spec.setEgress(fields.list("egress", PolicyFields::egress));
    return spec;
  }

  private static NetworkPolicyIngressRule ingress(CheckedFields fields) {
    NetworkPolicyIngressRule rule = new NetworkPolicyIngressRule();
    rule.setAdditionalProperties(CheckedFields.NO_OTHERS);
    rule.setFrom(fields.list("from", PolicyFields::peer));
    rule.setPorts(fields.list("ports", PolicyFields::port));
    return rule;
  }

  private static NetworkPolicyEgressRule egress(CheckedFields fields) {
    NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
    rule.setAdditionalProperties(CheckedFields.NO_OTHERS);
    rule.setTo(fields.list("to", PolicyFields::peer));
    rule.setPorts(fields.list("ports", PolicyFields::port));
    return rule;
  }

  private static NetworkPolicyPeer peer(CheckedFields fields) {
    NetworkPolicyPeer peer = new NetworkPolicyPeer();
    peer.setAdditionalProperties(CheckedFields.NO_OTHERS);
    peer.setPodSelector(fields.object("podSelector", Selectors::of));
    peer.setNamespaceSelector(fields.object("namespaceSelector", Selectors::of));
    peer.setIpBlock(fields.object("ipBlock", PolicyFields::block));
    return peer;
  }

  private static IPBlock block(CheckedFields fields) {
    IPBlock block = new IPBlock();
    block.setAdditionalProperties(CheckedFields.NO_OTHERS);
    block.setCidr(fields.text("cidr"));
    block.setExcept(fields.textList("except"));
    return block;
  }

  private static NetworkPolicyPort port(CheckedFields fields) {
    NetworkPolicyPort port = new NetworkPolicyPort();
    port.setAdditionalProperties(CheckedFields.NO_OTHERS);
    port.setProtocol(fields.text("protocol"));
    port.setPort(fields.wholeOrText("port"));
    port.setEndPort(fields.whole("endPort"));
    return port;
  }
}
