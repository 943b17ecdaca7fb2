package dev.zonec.response.quarantine;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PodTerms;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.change.SelectorTree;
import dev.zonec.response.plugin.Isolating;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes the policies that isolate pods with a label.
 *
 * @param id the value of the label
 * @param allowed the pods that may still open connections to the isolated ones
 */
record PolicyTexts(String id, List<AllowedSource> allowed) {
  /** Addresses of both families. */
  private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0/0", "::/0");

  private String name() {
    return "zonec-quarantine-" + id;
  }

  /** Returns the pods that policies of network plugins isolate. */
  Isolating isolating(SortedSet<String> namespaces) {
    return new Isolating(name(), Quarantine.LABEL, id, namespaces, terms());
  }

  /** Returns a NetworkPolicy that denies everything else in {@code namespace}. */
  NewObject networkPolicy(String namespace) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("podSelector", Map.of("matchLabels", label()));
    spec.put("policyTypes", List.of("Ingress", "Egress"));
    if (!allowed.isEmpty()) {
      List<Object> peers = new ArrayList<>();
      for (PodSet.Term term : terms()) {
        Map<String, Object> peer = new LinkedHashMap<>();
        peer.put("namespaceSelector", SelectorTree.of(PodTerms.namespaces(term)));
        peer.put("podSelector", SelectorTree.of(term.pods()));
        peers.add(peer);
      }
      spec.put("ingress", List.of(Map.of("from", peers)));
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name());
    metadata.put("namespace", namespace);
    metadata.put("labels", label());
    return PolicyKind.NETWORK.object(metadata, spec);
  }

  /**
   * Returns a policy that denies first: a ClusterNetworkPolicy of the Admin tier, or an
   * AdminNetworkPolicy, that comes before all others.
   */
  NewObject denial(PolicyKind kind, SortedSet<String> namespaces) {
    boolean tiered = kind == PolicyKind.CLUSTER;
    Map<String, Object> spec = new LinkedHashMap<>();
    if (tiered) {
      spec.put("tier", "Admin");
    }
    spec.put("priority", 0);
    rules(spec, namespaces, tiered ? "Accept" : "Allow");
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name());
    metadata.put("labels", label());
    return kind.object(metadata, spec);
  }

  private void rules(Map<String, Object> spec, SortedSet<String> namespaces, String accept) {
    spec.put("subject", Map.of("pods", pods(PodTerms.namespaces(namespaces), selectorOfLabel())));
    List<Object> ingress = new ArrayList<>();
    if (!allowed.isEmpty()) {
      List<Object> peers = new ArrayList<>();
      terms()
          .forEach(term -> peers.add(Map.of("pods", pods(PodTerms.namespaces(term), term.pods()))));
      ingress.add(rule("allowed", accept, "from", peers));
    }
    Object everyPod = Map.of("namespaces", Map.of());
    ingress.add(rule("deny", "Deny", "from", List.of(everyPod)));
    spec.put("ingress", ingress);
    spec.put(
        "egress",
        List.of(rule("deny", "Deny", "to", List.of(everyPod, Map.of("networks", EVERY_ADDRESS)))));
  }

  private static Map<String, Object> rule(
      String name, String action, String side, List<Object> peers) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("name", name);
    rule.put("action", action);
    rule.put(side, peers);
    return rule;
  }

  private static Map<String, Object> pods(Selector namespaces, Selector pods) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("namespaceSelector", SelectorTree.of(namespaces));
    tree.put("podSelector", SelectorTree.of(pods));
    return tree;
  }

  private Map<String, Object> label() {
    return Map.of(Quarantine.LABEL, id);
  }

  private Selector selectorOfLabel() {
    return new Selector(List.of(new Requirement.In(Quarantine.LABEL, sorted(id))));
  }

  private static SortedSet<String> sorted(String value) {
    return new TreeSet<>(List.of(value));
  }

  private List<PodSet.Term> terms() {
    return allowed.stream().flatMap(source -> source.terms().stream()).toList();
  }
}
