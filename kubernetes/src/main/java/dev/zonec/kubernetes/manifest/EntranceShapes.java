package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE_OR_TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.object;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Map;

/** The shapes of Ingresses and routes. */
final class EntranceShapes {
  /**
   * {@code service} is the field of networking.k8s.io/v1; the other two are fields of older
   * versions.
   */
  private static final Shape INGRESS_BACKEND =
      open(
          Map.of(
              "service",
              open(Map.of("name", TEXT, "port", open(Map.of("number", WHOLE, "name", TEXT)))),
              "serviceName",
              TEXT,
              "servicePort",
              WHOLE_OR_TEXT));

  static final Shape INGRESS =
      object(
          open(
              Map.of(
                  "defaultBackend",
                  INGRESS_BACKEND,
                  "backend",
                  INGRESS_BACKEND,
                  "rules",
                  list(
                      open(
                          Map.of(
                              "http",
                              open(
                                  Map.of(
                                      "paths",
                                      list(open(Map.of("backend", INGRESS_BACKEND)))))))))));

  private static final Shape FILTER_BACKEND =
      open(
          Map.of(
              "backendRef",
              open(
                  Map.of(
                      "group",
                      TEXT,
                      "kind",
                      TEXT,
                      "namespace",
                      TEXT,
                      "name",
                      TEXT,
                      "port",
                      WHOLE))));

  private static final Shape FILTERS =
      list(open(Map.of("requestMirror", FILTER_BACKEND, "externalAuth", FILTER_BACKEND)));

  private static final Shape BACKEND_REFERENCE =
      open(
          Map.of(
              "group",
              TEXT,
              "kind",
              TEXT,
              "namespace",
              TEXT,
              "name",
              TEXT,
              "port",
              WHOLE,
              "weight",
              WHOLE,
              "filters",
              FILTERS));

  /** All routes of gateway.networking.k8s.io. */
  static final Shape GATEWAY_ROUTE =
      object(
          open(
              Map.of(
                  "parentRefs",
                  list(open(Map.of("group", TEXT, "kind", TEXT))),
                  "rules",
                  list(open(Map.of("backendRefs", list(BACKEND_REFERENCE), "filters", FILTERS))))));

  private static final Shape ROUTE_TARGET =
      open(Map.of("kind", TEXT, "name", TEXT, "weight", WHOLE));

  static final Shape ROUTE =
      object(
          open(
              Map.of(
                  "to",
                  ROUTE_TARGET,
                  "alternateBackends",
                  list(ROUTE_TARGET),
                  "port",
                  open(Map.of("targetPort", WHOLE_OR_TEXT)))));

  private EntranceShapes() {}
}
