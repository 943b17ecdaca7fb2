package dev.zonec.response.plugin;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.program.PodSet;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PodTerms;
import dev.zonec.response.change.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Writes GlobalNetworkPolicies in a tier of their own, which is evaluated before all others.
 *
 * <p>A Deny in the tier is final. A connection that no rule denies has to pass to the next tier,
 * because the end of a tier denies. Calico never applies policies to connections from the pod's own
 * node.
 *
 * @param label the key of the label of new objects
 * @param id its value
 * @param name the name of the tier
 * @param order the order of the tier
 */
record CalicoTexts(String label, String id, String name, double order) {
  /** A label that Calico gives to every pod, and to no host endpoint. */
  private static final String NAMESPACE = "projectcalico.org/namespace";

  /** A label that Calico gives to every namespace. */
  private static final String NAMESPACE_NAME = "projectcalico.org/name";

  private static final String EVERYTHING = "all()";

  /** Returns the tier. */
  NewObject tier() {
    return PolicyKind.CALICO_TIER.object(
        OrderedMap.of("name", name, "labels", Map.of(label, id)),
        OrderedMap.of("order", written(order)));
  }

  /** Returns text such as {@code -1}. */
  static String number(double order) {
    return written(order).toString();
  }

  private static Object written(double order) {
    return order == Math.rint(order) ? (Object) (long) order : order;
  }

  /** Returns the policy that isolates pods. */
  NewObject isolating(Isolating isolating) {
    List<Object> ingress = new ArrayList<>();
    for (PodSet.Term term : isolating.allowed()) {
      ingress.add(
          OrderedMap.of(
              "action",
              "Allow",
              "source",
              OrderedMap.of(
                  "namespaceSelector",
                  expression(PodTerms.namespaces(term), NAMESPACE_NAME),
                  "selector",
                  expression(term.pods(), NAMESPACE_NAME))));
    }
    ingress.add(OrderedMap.of("action", "Deny"));
    return policy(
        equal(label, id) + " && " + in(NAMESPACE, isolating.namespaces()),
        ingress,
        List.of(OrderedMap.of("action", "Deny")));
  }

  /** Returns the policy that refuses addresses and ports. */
  NewObject refusing(Refusing refusing) {
    return policy(
        "has(" + NAMESPACE + ")", refusals(refusing, "source"), refusals(refusing, "destination"));
  }

  /**
   * @param side the side of the addresses
   */
  private static List<Object> refusals(Refusing refusing, String side) {
    List<Object> rules = new ArrayList<>();
    // A rule cannot have addresses of both families.
    for (Family family : Family.values()) {
      List<String> nets =
          refusing.blocks().stream()
              .filter(block -> block.family() == family)
              .map(Cidr::toString)
              .toList();
      if (!nets.isEmpty()) {
        rules.add(OrderedMap.of("action", "Deny", side, OrderedMap.of("nets", nets)));
      }
    }
    for (Protocol protocol : Protocol.values()) {
      List<PortClause> clauses =
          refusing.ports().stream().filter(clause -> clause.protocol() == protocol).toList();
      if (!clauses.isEmpty()) {
        Map<String, Object> rule = OrderedMap.of("action", "Deny", "protocol", protocol.name());
        if (clauses.stream().noneMatch(clause -> clause.numbers().equals(PortRange.ALL))) {
          rule.put(
              "destination",
              OrderedMap.of("ports", clauses.stream().map(CalicoTexts::port).toList()));
        }
        rules.add(rule);
      }
    }
    rules.add(OrderedMap.of("action", "Pass"));
    return rules;
  }

  private static Object port(PortClause clause) {
    PortRange range = clause.numbers();
    return range.first() == range.last()
        ? (Object) range.first()
        : range.first() + ":" + range.last();
  }

  private NewObject policy(String selector, List<Object> ingress, List<Object> egress) {
    return PolicyKind.CALICO.object(
        // Calico before 3.31 requires the name of the tier as a prefix.
        OrderedMap.of("name", name + ".deny", "labels", Map.of(label, id)),
        OrderedMap.of(
            "tier",
            name,
            "order",
            0,
            "selector",
            selector,
            "types",
            List.of("Ingress", "Egress"),
            "ingress",
            ingress,
            "egress",
            egress));
  }

  /**
   * Returns a selector in Calico's language.
   *
   * @param nameLabel the label that stands for the name of a namespace
   */
  private static String expression(Selector selector, String nameLabel) {
    return selector.requirements().isEmpty()
        ? EVERYTHING
        : selector.requirements().stream()
            .map(each -> expression(each, nameLabel))
            .collect(Collectors.joining(" && "));
  }

  private static String expression(Requirement requirement, String nameLabel) {
    String key = requirement.key().equals(Namespace.NAME_LABEL) ? nameLabel : requirement.key();
    return switch (requirement) {
      case Requirement.In in when in.values().size() == 1 -> equal(key, in.values().first());
      case Requirement.In in -> in(key, in.values());
      case Requirement.NotIn notIn -> key + " not in " + set(notIn.values());
      case Requirement.Exists exists -> "has(" + key + ")";
      case Requirement.DoesNotExist absent -> "!has(" + key + ")";
    };
  }

  private static String equal(String key, String value) {
    return key + " == '" + value + "'";
  }

  private static String in(String key, SortedSet<String> values) {
    return key + " in " + set(values);
  }

  private static String set(SortedSet<String> values) {
    return values.stream()
        .map(value -> "'" + value + "'")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
