package dev.zonec.response.plugin;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.program.PodSet;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PodTerms;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.change.SelectorTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes CiliumClusterwideNetworkPolicies with deny rules.
 *
 * <p>A deny rule takes precedence over every rule that allows, whatever the kind and the order of
 * the policies. Ingress from the pod's own node ({@code host}) stays possible: without the probes
 * of the kubelet, containers are restarted, and with them evidence is lost.
 *
 * @param label the key of the label of new objects
 * @param id its value
 * @param name the name of new objects
 */
record CiliumTexts(String label, String id, String name) {
  /** The most entries of {@code toPorts[].ports}. */
  private static final int MOST_PORTS = 40;

  /** The most selectors of pods that are not allowed. */
  private static final int MOST_SELECTORS = 100;

  private static final String NAMESPACE = "k8s:io.kubernetes.pod.namespace";
  private static final String NAMESPACE_LABELS = "k8s:io.cilium.k8s.namespace.labels.";

  /**
   * A label of every pod. A selector without it means pods of the own cluster only (Cilium 1.19).
   */
  private static final String CLUSTER = "k8s:io.cilium.k8s.policy.cluster";

  /** Everything but pods with an identity and the pod's own node. */
  private static final List<String> OTHER_ENTITIES =
      List.of("world", "remote-node", "unmanaged", "init", "health", "ingress");

  /**
   * Returns the policy that isolates pods; empty if too many selectors are needed to leave out the
   * allowed pods.
   */
  Optional<NewObject> isolating(Isolating isolating) {
    return othersThan(isolating.allowed())
        .map(
            others -> {
              Map<String, Object> spec =
                  OrderedMap.of(
                      "endpointSelector",
                      OrderedMap.of(
                          "matchLabels",
                          Map.of("k8s:" + label, id),
                          "matchExpressions",
                          List.of(
                              OrderedMap.of(
                                  "key",
                                  NAMESPACE,
                                  "operator",
                                  "In",
                                  "values",
                                  List.copyOf(isolating.namespaces())))));
              List<Object> ingress = new ArrayList<>();
              if (!others.isEmpty()) {
                ingress.add(OrderedMap.of("fromEndpoints", others));
              }
              ingress.add(OrderedMap.of("fromEntities", OTHER_ENTITIES));
              spec.put("ingressDeny", ingress);
              spec.put("egressDeny", List.of(OrderedMap.of("toEntities", List.of("all"))));
              return object(spec);
            });
  }

  /**
   * Returns the policy that refuses addresses and ports. It selects every pod, and {@code
   * enableDefaultDeny} says that it denies these pods nothing else.
   */
  NewObject refusing(Refusing refusing) {
    Map<String, Object> spec =
        OrderedMap.of(
            "endpointSelector",
            OrderedMap.of("matchExpressions", List.of(exists(NAMESPACE))),
            "enableDefaultDeny",
            OrderedMap.of("ingress", false, "egress", false));
    List<Object> ingress = new ArrayList<>();
    List<Object> egress = new ArrayList<>();
    if (!refusing.blocks().isEmpty()) {
      List<String> blocks = refusing.blocks().stream().map(Cidr::toString).toList();
      ingress.add(OrderedMap.of("fromCIDR", blocks));
      egress.add(OrderedMap.of("toCIDR", blocks));
    }
    List<Object> ports = toPorts(refusing.ports());
    if (!ports.isEmpty()) {
      ingress.add(OrderedMap.of("fromEndpoints", List.of(everyPod()), "toPorts", ports));
      ingress.add(OrderedMap.of("fromEntities", OTHER_ENTITIES, "toPorts", ports));
      egress.add(OrderedMap.of("toEntities", List.of("all"), "toPorts", ports));
    }
    spec.put("ingressDeny", ingress);
    spec.put("egressDeny", egress);
    return object(spec);
  }

  private NewObject object(Map<String, Object> spec) {
    return PolicyKind.CILIUM.object(OrderedMap.of("name", name, "labels", Map.of(label, id)), spec);
  }

  private static List<Object> toPorts(List<PortClause> clauses) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i += MOST_PORTS) {
      parts.add(
          OrderedMap.of(
              "ports",
              clauses.subList(i, Math.min(clauses.size(), i + MOST_PORTS)).stream()
                  .map(CiliumTexts::port)
                  .toList()));
    }
    return parts;
  }

  private static Map<String, Object> port(PortClause clause) {
    PortRange range = clause.numbers();
    Map<String, Object> port = OrderedMap.of("port", String.valueOf(range.first()));
    if (range.last() != range.first()) {
      port.put("endPort", range.last());
    }
    port.put("protocol", clause.protocol().name());
    return port;
  }

  private static Map<String, Object> everyPod() {
    return OrderedMap.of("matchExpressions", List.of(exists(CLUSTER)));
  }

  private static Map<String, Object> exists(String key) {
    return OrderedMap.of("key", key, "operator", "Exists");
  }

  /**
   * Returns selectors of all pods that are in none of {@code terms}; empty if there are too many. A
   * pod is in no term if it lacks one requirement of each.
   */
  private static Optional<List<Object>> othersThan(List<PodSet.Term> terms) {
    List<List<Requirement>> all = List.of(List.of());
    for (PodSet.Term term : terms) {
      List<Requirement> lacked =
          Stream.concat(
                  PodTerms.namespaces(term).requirements().stream()
                      .map(each -> withKey(each, namespaceKey(each.key()))),
                  term.pods().requirements().stream()
                      .map(each -> withKey(each, "k8s:" + each.key())))
              .map(Requirement::negated)
              .toList();
      List<List<Requirement>> more = new ArrayList<>();
      for (List<Requirement> before : all) {
        for (Requirement each : lacked) {
          more.add(Stream.concat(before.stream(), Stream.of(each)).distinct().toList());
        }
      }
      if (more.size() > MOST_SELECTORS) {
        return Optional.empty();
      }
      all = more;
    }
    return Optional.of(
        all.stream()
            .map(
                requirements ->
                    Stream.concat(Stream.of(new Requirement.Exists(CLUSTER)), requirements.stream())
                        .toList())
            .<Object>map(requirements -> SelectorTree.of(new Selector(requirements)))
            .distinct()
            .toList());
  }

  private static String namespaceKey(String key) {
    return key.equals(Namespace.NAME_LABEL) ? NAMESPACE : NAMESPACE_LABELS + key;
  }

  private static Requirement withKey(Requirement requirement, String key) {
    return switch (requirement) {
      case Requirement.In in -> new Requirement.In(key, in.values());
      case Requirement.NotIn notIn -> new Requirement.NotIn(key, notIn.values());
      case Requirement.Exists exists -> new Requirement.Exists(key);
      case Requirement.DoesNotExist absent -> new Requirement.DoesNotExist(key);
    };
  }
}
