package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.METADATA;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.ObjectShapes.object;
import static dev.zonec.kubernetes.manifest.ObjectShapes.objectWith;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Map;

/** The shapes of workloads, pods, namespaces and nodes. */
final class WorkloadShapes {
  private static final Shape NAMED = open(Map.of("name", TEXT));

  private static final Shape CONTAINERS =
      list(
          open(
              Map.of(
                  "name",
                  TEXT,
                  "image",
                  TEXT,
                  "restartPolicy",
                  TEXT,
                  "ports",
                  list(open(Map.of("name", TEXT, "containerPort", WHOLE, "protocol", TEXT))),
                  "envFrom",
                  list(open(Map.of("secretRef", NAMED))),
                  "env",
                  list(open(Map.of("valueFrom", open(Map.of("secretKeyRef", NAMED))))))));

  private static final Shape VOLUMES =
      list(
          open(
              Map.of(
                  "name",
                  TEXT,
                  "secret",
                  open(Map.of("secretName", TEXT)),
                  "persistentVolumeClaim",
                  open(Map.of("claimName", TEXT)),
                  "projected",
                  open(
                      Map.of(
                          "sources",
                          list(
                              open(
                                  Map.of(
                                      "secret",
                                      NAMED,
                                      "serviceAccountToken",
                                      open(Map.of("path", TEXT))))))))));

  private static final Shape POD_SPEC =
      open(
          Map.of(
              "nodeName", TEXT,
              "hostNetwork", FLAG,
              "serviceAccountName", TEXT,
              "automountServiceAccountToken", FLAG,
              "volumes", VOLUMES,
              "containers", CONTAINERS,
              "initContainers", CONTAINERS));

  static final Shape TEMPLATE = open(Map.of("metadata", METADATA, "spec", POD_SPEC));

  static final Shape CONTROLLER = object(open(Map.of("template", TEMPLATE)));

  static final Shape STATEFUL_SET =
      object(
          open(
              Map.of(
                  "template",
                  TEMPLATE,
                  "replicas",
                  WHOLE,
                  "ordinals",
                  open(Map.of("start", WHOLE)),
                  "volumeClaimTemplates",
                  list(open(Map.of("metadata", NAMED))))));

  private static final Shape JOB_SPEC =
      open(Map.of("template", TEMPLATE, "completionMode", TEXT, "completions", WHOLE));

  static final Shape JOB = object(JOB_SPEC);

  static final Shape CRON_JOB = object(open(Map.of("jobTemplate", open(Map.of("spec", JOB_SPEC)))));

  private static final Shape ADDRESSES = list(open(Map.of("ip", TEXT)));

  private static final Shape CONTAINER_STATUSES = list(open(Map.of("name", TEXT, "imageID", TEXT)));

  static final Shape POD =
      objectWith(
          Map.of(
              "spec",
              POD_SPEC,
              "status",
              open(
                  Map.of(
                      "phase", TEXT,
                      "podIP", TEXT,
                      "podIPs", ADDRESSES,
                      "hostIP", TEXT,
                      "hostIPs", ADDRESSES,
                      "containerStatuses", CONTAINER_STATUSES,
                      "initContainerStatuses", CONTAINER_STATUSES))));

  static final Shape NAMESPACE = objectWith(Map.of());

  static final Shape NODE =
      objectWith(
          Map.of(
              "spec",
              open(Map.of("podCIDR", TEXT, "podCIDRs", list(TEXT))),
              "status",
              open(Map.of("addresses", list(open(Map.of("type", TEXT, "address", TEXT)))))));

  private WorkloadShapes() {}
}
