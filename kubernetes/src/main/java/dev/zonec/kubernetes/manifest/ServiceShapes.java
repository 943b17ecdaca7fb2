package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXTS;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE_OR_TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.object;
import static dev.zonec.kubernetes.manifest.ObjectShapes.objectWith;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Map;

/** The shapes of Services and of the objects with their addresses. */
final class ServiceShapes {
  static final Shape SERVICE =
      object(
          open(
              Map.of(
                  "type",
                  TEXT,
                  "clusterIP",
                  TEXT,
                  "clusterIPs",
                  list(TEXT),
                  "externalName",
                  TEXT,
                  "externalIPs",
                  list(TEXT),
                  "externalTrafficPolicy",
                  TEXT,
                  "selector",
                  TEXTS,
                  "ports",
                  list(
                      open(
                          Map.of(
                              "name",
                              TEXT,
                              "protocol",
                              TEXT,
                              "port",
                              WHOLE,
                              "targetPort",
                              WHOLE_OR_TEXT,
                              "nodePort",
                              WHOLE))))));

  private static final Shape ENDPOINT_PORTS =
      list(open(Map.of("name", TEXT, "protocol", TEXT, "port", WHOLE)));

  private static final Shape TARGET = open(Map.of("kind", TEXT, "namespace", TEXT, "name", TEXT));

  private static final Shape ENDPOINT_ADDRESSES =
      list(open(Map.of("ip", TEXT, "targetRef", TARGET)));

  static final Shape ENDPOINTS =
      objectWith(
          Map.of(
              "subsets",
              list(
                  open(
                      Map.of(
                          "addresses",
                          ENDPOINT_ADDRESSES,
                          "notReadyAddresses",
                          ENDPOINT_ADDRESSES,
                          "ports",
                          ENDPOINT_PORTS)))));

  static final Shape ENDPOINT_SLICE =
      objectWith(
          Map.of(
              "addressType",
              TEXT,
              "endpoints",
              list(open(Map.of("addresses", list(TEXT), "targetRef", TARGET))),
              "ports",
              ENDPOINT_PORTS));

  private ServiceShapes() {}
}
