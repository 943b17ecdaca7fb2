package dev.zonec.compiler.emit;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a policy as maps and lists, in the order of the output.
 *
 * <p>This is written by hand, because reflection on the object model would take longer than the
 * rest of a run.
 */
final class PolicyTree {
  private PolicyTree() {}

  static Map<String, Object> of(NetworkPolicy policy) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", policy.getApiVersion());
    tree.put("kind", policy.getKind());
    tree.put("metadata", metadata(policy.getMetadata()));
    tree.put("spec", spec(policy.getSpec()));
    return tree;
  }

  private static Map<String, Object> metadata(ObjectMeta metadata) {
    Map<String, Object> tree = new TreeMap<>();
    putUnlessEmpty(tree, "annotations", metadata.getAnnotations());
    putUnlessEmpty(tree, "labels", metadata.getLabels());
    tree.put("name", metadata.getName());
    tree.put("namespace", metadata.getNamespace());
    return tree;
  }

  private static Map<String, Object> spec(NetworkPolicySpec spec) {
    Map<String, Object> tree = new TreeMap<>();
    putUnlessEmpty(
        tree,
        "ingress",
        spec.getIngress().stream().map(r -> rule("from", r.getFrom(), r.getPorts())).toList());
    putUnlessEmpty(
        tree,
        "egress",
        spec.getEgress().stream().map(r -> rule("to", r.getTo(), r.getPorts())).toList());
    tree.put("podSelector", selector(spec.getPodSelector()));
    tree.put("policyTypes", spec.getPolicyTypes());
    return tree;
  }

  private static Map<String, Object> rule(
      String side, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    Map<String, Object> tree = new TreeMap<>();
    putUnlessEmpty(tree, side, peers.stream().map(PolicyTree::peer).toList());
    putUnlessEmpty(tree, "ports", ports.stream().map(PolicyTree::port).toList());
    return tree;
  }

  private static Map<String, Object> peer(NetworkPolicyPeer peer) {
    Map<String, Object> tree = new TreeMap<>();
    if (peer.getIpBlock() != null) {
      tree.put("ipBlock", block(peer.getIpBlock()));
    }
    if (peer.getNamespaceSelector() != null) {
      tree.put("namespaceSelector", selector(peer.getNamespaceSelector()));
    }
    if (peer.getPodSelector() != null) {
      tree.put("podSelector", selector(peer.getPodSelector()));
    }
    return tree;
  }

  private static Map<String, Object> block(IPBlock block) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("cidr", block.getCidr());
    putUnlessEmpty(tree, "except", block.getExcept());
    return tree;
  }

  private static Map<String, Object> port(NetworkPolicyPort port) {
    Map<String, Object> tree = new TreeMap<>();
    if (port.getPort() != null) {
      tree.put("port", port.getPort().getValue());
    }
    if (port.getEndPort() != null) {
      tree.put("endPort", port.getEndPort());
    }
    tree.put("protocol", port.getProtocol());
    return tree;
  }

  private static Map<String, Object> selector(LabelSelector selector) {
    Map<String, Object> tree = new TreeMap<>();
    putUnlessEmpty(
        tree,
        "matchExpressions",
        selector.getMatchExpressions().stream().map(PolicyTree::expression).toList());
    putUnlessEmpty(tree, "matchLabels", selector.getMatchLabels());
    return tree;
  }

  private static Map<String, Object> expression(LabelSelectorRequirement requirement) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("key", requirement.getKey());
    tree.put("operator", requirement.getOperator());
    putUnlessEmpty(tree, "values", requirement.getValues());
    return tree;
  }

  private static void putUnlessEmpty(
      Map<String, Object> tree, String key, @Nullable List<?> values) {
    if (values != null && !values.isEmpty()) {
      tree.put(key, values);
    }
  }

  private static void putUnlessEmpty(
      Map<String, Object> tree, String key, @Nullable Map<String, String> values) {
    if (values != null && !values.isEmpty()) {
      tree.put(key, new TreeMap<>(values));
    }
  }
}
