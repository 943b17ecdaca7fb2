package dev.zonec.verifier.manifest;

import static dev.zonec.verifier.manifest.ObjectShapes.IGNORED;
import static dev.zonec.verifier.manifest.ObjectShapes.TEXT;
import static dev.zonec.verifier.manifest.ObjectShapes.WHOLE;
import static dev.zonec.verifier.manifest.PolicyShapes.SELECTOR;
import static dev.zonec.verifier.manifest.Shape.closed;
import static dev.zonec.verifier.manifest.Shape.list;

import java.util.HashMap;
import java.util.Map;

/** The shapes of cluster-scoped policies: closed, as those of {@link PolicyShapes} are. */
final class ClusterPolicyShapes {
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
            IGNORED));
  }

  private static Map<String, Shape> with(Map<String, Shape> some, Map<String, Shape> more) {
    Map<String, Shape> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }
}
