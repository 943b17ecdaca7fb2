package dev.zonec.tests.properties;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Transport;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NewObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates the policies of network plugins that a change adds, from their fields alone, as the
 * documentation of the plugins defines them. It shares no code with what writes these policies.
 *
 * @param objects the objects, of which those of plugins count
 */
record PluginTexts(List<NewObject> objects) {
  private static final Pattern CALICO_TERM =
      Pattern.compile(
          "(?<has>!?)has\\((?<key>[^)]+)\\)"
              + "|(?<name>\\S+) (?<operator>==|in|not in) (?<values>'[^']*'|\\{[^}]*\\})");

  static PluginTexts of(Change change) {
    return new PluginTexts(change.added());
  }

  /** Whether there are policies of plugins. */
  boolean isEmpty() {
    return objects.stream().noneMatch(each -> isCilium(each) || isCalico(each));
  }

  /** Whether the policies deny {@code connection} on one of its sides. */
  boolean denies(Connection connection) {
    return objects.stream()
        .anyMatch(
            object ->
                (isCilium(object) && ciliumDenies(object, connection))
                    || (isCalico(object) && calicoDenies(object, connection)));
  }

  private static boolean isCilium(NewObject object) {
    return object.tree().get("apiVersion").equals("cilium.io/v2");
  }

  private static boolean isCalico(NewObject object) {
    return object.tree().get("kind").equals("GlobalNetworkPolicy");
  }

  private static boolean ciliumDenies(NewObject object, Connection connection) {
    Map<?, ?> spec = map(object.tree().get("spec"));
    return Stream.of(Direction.values())
        .anyMatch(
            side -> {
              Endpoint self = self(connection, side);
              Endpoint other = self(connection, side.opposite());
              boolean incoming = side == Direction.INGRESS;
              return self instanceof Endpoint.Pod
                  && ciliumSelects(spec.get("endpointSelector"), self)
                  && list(spec.get(incoming ? "ingressDeny" : "egressDeny")).stream()
                      .anyMatch(
                          rule ->
                              ciliumMatches(map(rule), incoming ? "from" : "to", other)
                                  && ciliumPort(map(rule).get("toPorts"), connection.transport()));
            });
  }

  private static boolean ciliumMatches(Map<?, ?> rule, String side, Endpoint other) {
    boolean endpoints =
        list(rule.get(side + "Endpoints")).stream().anyMatch(each -> ciliumSelects(each, other));
    boolean entities =
        list(rule.get(side + "Entities")).stream()
            .anyMatch(
                entity ->
                    switch ((String) entity) {
                      case "all" -> true;
                      case "world" -> other instanceof Endpoint.External;
                      case "remote-node" -> other instanceof Endpoint.Node;
                      default -> false;
                    });
    boolean blocks =
        other instanceof Endpoint.External external
            && list(rule.get(side + "CIDR")).stream()
                .anyMatch(block -> Cidr.of((String) block).contains(external.address()));
    return endpoints || entities || blocks;
  }

  private static boolean ciliumPort(Object toPorts, Transport transport) {
    return toPorts == null
        || list(toPorts).stream()
            .flatMap(part -> list(map(part).get("ports")).stream())
            .map(PluginTexts::map)
            .anyMatch(
                port -> {
                  int first = Integer.parseInt((String) port.get("port"));
                  int last = port.get("endPort") instanceof Integer end ? end : first;
                  return transport instanceof Transport.Ported ported
                      && ported.protocol().name().equals(port.get("protocol"))
                      && first <= ported.port()
                      && ported.port() <= last;
                });
  }

  /** Whether the labels of the identity of {@code end} match a selector. */
  private static boolean ciliumSelects(Object selector, Endpoint end) {
    Map<String, String> labels = new TreeMap<>();
    if (end instanceof Endpoint.Pod pod) {
      pod.labels().forEach((key, value) -> labels.put("k8s:" + key, value));
      pod.namespace()
          .labels()
          .forEach((key, value) -> labels.put("k8s:io.cilium.k8s.namespace.labels." + key, value));
      labels.put("k8s:io.kubernetes.pod.namespace", pod.namespace().name());
      labels.put("k8s:io.cilium.k8s.policy.cluster", "default");
    }
    Map<?, ?> fields = map(selector);
    return map(fields.get("matchLabels")).entrySet().stream()
            .allMatch(each -> each.getValue().equals(labels.get(each.getKey())))
        && list(fields.get("matchExpressions")).stream()
            .map(PluginTexts::map)
            .allMatch(
                each -> {
                  String value = labels.get(each.get("key"));
                  List<?> values = list(each.get("values"));
                  return switch ((String) each.get("operator")) {
                    case "In" -> value != null && values.contains(value);
                    case "NotIn" -> value == null || !values.contains(value);
                    case "Exists" -> value != null;
                    case "DoesNotExist" -> value == null;
                    default -> throw new AssertionError(each);
                  };
                });
  }

  private static boolean calicoDenies(NewObject object, Connection connection) {
    Map<?, ?> spec = map(object.tree().get("spec"));
    return Stream.of(Direction.values())
        .anyMatch(
            side -> {
              if (!(self(connection, side) instanceof Endpoint.Pod pod)
                  || !calicoSelects((String) spec.get("selector"), podLabels(pod))) {
                return false;
              }
              for (Object rule : list(spec.get(side == Direction.INGRESS ? "ingress" : "egress"))) {
                if (calicoMatches(map(rule), connection)) {
                  return map(rule).get("action").equals("Deny");
                }
              }
              // The end of a tier denies.
              return true;
            });
  }

  private static boolean calicoMatches(Map<?, ?> rule, Connection connection) {
    boolean protocol =
        rule.get("protocol") == null
            || (connection.transport() instanceof Transport.Ported ported
                && ported.protocol().name().equals(rule.get("protocol")));
    return protocol
        && calicoEnd(map(rule.get("source")), connection.source(), connection)
        && calicoEnd(map(rule.get("destination")), connection.destination(), connection);
  }

  private static boolean calicoEnd(Map<?, ?> fields, Endpoint end, Connection connection) {
    List<?> nets = list(fields.get("nets"));
    List<?> ports = list(fields.get("ports"));
    String pods = (String) fields.get("selector");
    String namespaces = (String) fields.get("namespaceSelector");
    boolean selected =
        pods == null
            || (end instanceof Endpoint.Pod pod
                && calicoSelects(pods, podLabels(pod))
                && calicoSelects(namespaces, namespaceLabels(pod.namespace())));
    boolean addressed =
        nets.isEmpty()
            || nets.stream()
                .anyMatch(
                    net ->
                        switch (end) {
                          case Endpoint.External external ->
                              Cidr.of((String) net).contains(external.address());
                          case Endpoint.Pod pod ->
                              pod.addresses().stream()
                                  .filter(address -> address.family() == connection.family())
                                  .anyMatch(address -> Cidr.of((String) net).contains(address));
                          case Endpoint.Node node -> false;
                        });
    boolean port =
        ports.isEmpty()
            || ports.stream()
                .anyMatch(
                    each -> {
                      String[] range = String.valueOf(each).split(":", -1);
                      return connection.transport() instanceof Transport.Ported ported
                          && Integer.parseInt(range[0]) <= ported.port()
                          && ported.port() <= Integer.parseInt(range[range.length - 1]);
                    });
    return selected && addressed && port;
  }

  private static Map<String, String> podLabels(Endpoint.Pod pod) {
    Map<String, String> labels = new TreeMap<>(pod.labels());
    labels.put("projectcalico.org/namespace", pod.namespace().name());
    return labels;
  }

  private static Map<String, String> namespaceLabels(Namespace namespace) {
    Map<String, String> labels = new TreeMap<>(namespace.labels());
    labels.put("projectcalico.org/name", namespace.name());
    return labels;
  }

  private static boolean calicoSelects(String selector, Map<String, String> labels) {
    if (selector.equals("all()")) {
      return true;
    }
    return Arrays.stream(selector.split(" && ", -1))
        .allMatch(
            term -> {
              Matcher parts = CALICO_TERM.matcher(term);
              if (!parts.matches()) {
                throw new AssertionError(term);
              }
              if (parts.group("key") != null) {
                return labels.containsKey(parts.group("key")) == parts.group("has").isEmpty();
              }
              String value = labels.get(parts.group("name"));
              List<String> values =
                  Arrays.stream(parts.group("values").replaceAll("[{}' ]", "").split(",", -1))
                      .toList();
              boolean in = value != null && values.contains(value);
              return parts.group("operator").equals("not in") ? !in : in;
            });
  }

  private static Endpoint self(Connection connection, Direction side) {
    return side == Direction.INGRESS ? connection.destination() : connection.source();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
