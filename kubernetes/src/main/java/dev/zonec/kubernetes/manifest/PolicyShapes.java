package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.IGNORED;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXTS;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE_OR_TEXT;
import static dev.zonec.kubernetes.manifest.Shape.closed;
import static dev.zonec.kubernetes.manifest.Shape.list;

import java.util.Map;

/**
 * The shapes of policies. They are closed, because an unknown field in a policy can change its
 * meaning.
 */
final class PolicyShapes {
  static final Shape SELECTOR =
      closed(
          Map.of(
              "matchLabels",
              TEXTS,
              "matchExpressions",
              list(closed(Map.of("key", TEXT, "operator", TEXT, "values", list(TEXT))))));

  private static final Shape PEERS =
      list(
          closed(
              Map.of(
                  "podSelector",
                  SELECTOR,
                  "namespaceSelector",
                  SELECTOR,
                  "ipBlock",
                  closed(Map.of("cidr", TEXT, "except", list(TEXT))))));

  private static final Shape PORTS =
      list(closed(Map.of("protocol", TEXT, "port", WHOLE_OR_TEXT, "endPort", WHOLE)));

  private static final Shape OWNERS =
      list(
          closed(
              Map.of(
                  "apiVersion",
                  TEXT,
                  "kind",
                  TEXT,
                  "name",
                  TEXT,
                  "uid",
                  TEXT,
                  "controller",
                  FLAG,
                  "blockOwnerDeletion",
                  FLAG)));

  private static final Shape MANAGED_FIELDS =
      list(
          closed(
              Map.of(
                  "manager",
                  TEXT,
                  "operation",
                  TEXT,
                  "apiVersion",
                  TEXT,
                  "time",
                  new Shape.Moment(),
                  "fieldsType",
                  TEXT,
                  "fieldsV1",
                  IGNORED,
                  "subresource",
                  TEXT)));

  /** The metadata of a policy, with every field that servers write. */
  static final Shape METADATA =
      closed(
          Map.ofEntries(
              Map.entry("name", TEXT),
              Map.entry("namespace", TEXT),
              Map.entry("labels", TEXTS),
              Map.entry("annotations", TEXTS),
              Map.entry("generateName", TEXT),
              Map.entry("uid", checked(TEXT)),
              Map.entry("resourceVersion", checked(TEXT)),
              Map.entry("generation", checked(new Shape.LongWhole())),
              Map.entry("creationTimestamp", checked(new Shape.Moment())),
              Map.entry("deletionTimestamp", checked(new Shape.Moment())),
              Map.entry("deletionGracePeriodSeconds", checked(new Shape.LongWhole())),
              Map.entry("ownerReferences", new Shape.Checked(OWNERS, true)),
              Map.entry("finalizers", new Shape.Checked(list(TEXT), true)),
              Map.entry("managedFields", checked(MANAGED_FIELDS)),
              Map.entry("selfLink", checked(TEXT))));

  static final Shape NETWORK_POLICY =
      closed(
          Map.of(
              "apiVersion",
              TEXT,
              "kind",
              TEXT,
              "metadata",
              METADATA,
              "spec",
              closed(
                  Map.of(
                      "podSelector",
                      SELECTOR,
                      "policyTypes",
                      list(TEXT),
                      "ingress",
                      list(closed(Map.of("from", PEERS, "ports", PORTS))),
                      "egress",
                      list(closed(Map.of("to", PEERS, "ports", PORTS))))),
              "status",
              IGNORED));

  private PolicyShapes() {}

  private static Shape checked(Shape inner) {
    return new Shape.Checked(inner, false);
  }
}
