package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.Shape.closed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The shapes of cluster-scoped policies. They are closed, like those of {@link PolicyShapes}. These
 * kinds are custom resources: a label with the value null is absent, and list items must not be
 * null.
 */
final class ClusterPolicyShapes {
  private static final Shape SELECTOR =
      closed(
          Map.of(
              "matchLabels",
              new Shape.Texts(Shape.Nulls.NONE),
              "matchExpressions",
              list(closed(Map.of("key", TEXT, "operator", TEXT, "values", list(TEXT))))));

  private static final Map<String, Shape> POD_PEER =
      Map.of(
          "namespaces",
          SELECTOR,
          "pods",
          closed(Map.of("namespaceSelector", SELECTOR, "podSelector", SELECTOR)));

  private static final Map<String, Shape> CLUSTER_PEER =
      with(POD_PEER, Map.of("nodes", SELECTOR, "networks", list(TEXT)));

  private static final Map<String, Shape> ANY_PEER =
      with(CLUSTER_PEER, Map.of("domainNames", list(TEXT)));

  private static final Shape PORTS =
      list(
          closed(
              Map.of(
                  "portNumber",
                  closed(Map.of("protocol", TEXT, "port", WHOLE)),
                  "portRange",
                  closed(Map.of("protocol", TEXT, "start", WHOLE, "end", WHOLE)),
                  "namedPort",
                  TEXT)));

  private static final Shape DESTINATION =
      closed(
          Map.of(
              "destinationPort",
              closed(
                  Map.of("number", WHOLE, "range", closed(Map.of("start", WHOLE, "end", WHOLE))))));

  private static final Shape PROTOCOLS =
      list(
          closed(
              Map.of(
                  "tcp",
                  DESTINATION,
                  "udp",
                  DESTINATION,
                  "sctp",
                  DESTINATION,
                  "destinationNamedPort",
                  TEXT)));

  private static final Shape.Known CONDITION =
      known(
          Map.of(
              "lastTransitionTime",
              Shape.Known.VALUE,
              "message",
              Shape.Known.VALUE,
              "observedGeneration",
              Shape.Known.VALUE,
              "reason",
              Shape.Known.VALUE,
              "status",
              Shape.Known.VALUE,
              "type",
              Shape.Known.VALUE));

  /** Servers drop the status that a client sends, but check its fields. */
  private static final Shape.Known STATUS = known(Map.of("conditions", listOfKnown(CONDITION)));

  static final Shape CLUSTER_NETWORK_POLICY =
      policy("protocols", PROTOCOLS, ANY_PEER, Map.of("tier", TEXT, "priority", WHOLE));

  static final Shape ADMIN_NETWORK_POLICY =
      policy("ports", PORTS, ANY_PEER, Map.of("priority", WHOLE));

  static final Shape BASELINE_ADMIN_NETWORK_POLICY = policy("ports", PORTS, CLUSTER_PEER, Map.of());

  private ClusterPolicyShapes() {}

  private static Shape policy(
      String portsField, Shape ports, Map<String, Shape> egressPeer, Map<String, Shape> place) {
    Map<String, Shape> rule = Map.of("name", TEXT, "action", TEXT, portsField, ports);
    Map<String, Shape> spec =
        Map.of(
            "subject",
            closed(POD_PEER),
            "ingress",
            list(closed(with(rule, Map.of("from", list(closed(POD_PEER)))))),
            "egress",
            list(closed(with(rule, Map.of("to", list(closed(egressPeer)))))));
    return closed(
        Map.of(
            "apiVersion",
            TEXT,
            "kind",
            TEXT,
            "metadata",
            PolicyShapes.METADATA,
            "spec",
            closed(with(spec, place)),
            "status",
            STATUS));
  }

  private static Shape.Known known(Map<String, Shape.Known> fields) {
    return new Shape.Known(fields, Optional.empty());
  }

  private static Shape.Known listOfKnown(Shape.Known item) {
    return new Shape.Known(Map.of(), Optional.of(item));
  }

  private static Shape list(Shape item) {
    return new Shape.ListOf(item, Shape.Nulls.NONE);
  }

  private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> more) {
    Map<String, Shape> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
