package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXTS;
import static dev.zonec.kubernetes.manifest.ObjectShapes.WHOLE;
import static dev.zonec.kubernetes.manifest.ObjectShapes.objectWith;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shapes of fields that tell more about pods. They contain no value of an environment variable
 * and no content of a Secret or ConfigMap.
 */
final class DetailShapes {
  static final Shape METADATA =
      open(
          Map.of(
              "name",
              TEXT,
              "namespace",
              TEXT,
              "creationTimestamp",
              TEXT,
              "annotations",
              open(
                  Map.of(
                      "storageclass.kubernetes.io/is-default-class", TEXT,
                      "storageclass.beta.kubernetes.io/is-default-class", TEXT,
                      "volume.beta.kubernetes.io/storage-class", TEXT,
                      "snapshot.storage.kubernetes.io/is-default-class", TEXT))));

  /** The types of volumes that are not CSI. Only their names and the places of data are read. */
  private static final List<String> VOLUME_TYPES =
      List.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "gitRepo",
          "glusterfs",
          "hostPath",
          "iscsi",
          "local",
          "nfs",
          "photonPersistentDisk",
          "portworxVolume",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  private static final Shape NAMED = open(Map.of("name", TEXT));

  private static final Shape CLAIM_SPEC =
      open(
          Map.of(
              "storageClassName",
              TEXT,
              "accessModes",
              list(TEXT),
              "volumeMode",
              TEXT,
              "volumeName",
              TEXT,
              "resources",
              open(Map.of("requests", TEXTS))));

  static final Shape CLAIM =
      objectWith(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              CLAIM_SPEC,
              "status",
              open(Map.of("phase", TEXT, "capacity", TEXTS))));

  static final Shape VOLUME = objectWith(Map.of("spec", open(volumeTypes())));

  static final Shape EVENT =
      objectWith(
          Map.of(
              "involvedObject",
              open(Map.of("kind", TEXT, "namespace", TEXT, "name", TEXT)),
              "reason",
              TEXT,
              "message",
              TEXT,
              "type",
              TEXT,
              "count",
              WHOLE,
              "lastTimestamp",
              TEXT,
              "firstTimestamp",
              TEXT,
              "eventTime",
              TEXT,
              "series",
              open(Map.of("count", WHOLE, "lastObservedTime", TEXT))));

  private static final Shape SECURITY =
      open(
          Map.of(
              "privileged",
              FLAG,
              "allowPrivilegeEscalation",
              FLAG,
              "runAsUser",
              WHOLE,
              "capabilities",
              open(Map.of("add", list(TEXT), "drop", list(TEXT)))));

  private static final Shape CONTAINERS =
      list(
          open(
              Map.of(
                  "resources",
                  open(Map.of("requests", TEXTS, "limits", TEXTS)),
                  "securityContext",
                  SECURITY,
                  "envFrom",
                  list(open(Map.of("configMapRef", NAMED))),
                  "env",
                  list(open(Map.of("valueFrom", open(Map.of("configMapKeyRef", NAMED))))))));

  private static final Shape STATE =
      open(
          Map.of(
              "running",
              open(Map.of("startedAt", TEXT)),
              "waiting",
              open(Map.of("reason", TEXT)),
              "terminated",
              open(Map.of("reason", TEXT, "exitCode", WHOLE, "finishedAt", TEXT))));

  private static final Shape STATUSES =
      list(
          open(
              Map.of(
                  "name", TEXT,
                  "image", TEXT,
                  "restartCount", WHOLE,
                  "state", STATE,
                  "lastState", STATE)));

  private static final Shape POD_SPEC =
      open(
          Map.of(
              "hostPID", FLAG,
              "hostIPC", FLAG,
              "volumes", list(open(podVolumes())),
              "containers", CONTAINERS,
              "initContainers", CONTAINERS));

  private static final Shape TEMPLATE = open(Map.of("spec", POD_SPEC));

  private static final Map<String, Shape> OF_PODS =
      Map.of(
          "Pod",
          objectWith(
              Map.of(
                  "metadata",
                  METADATA,
                  "spec",
                  POD_SPEC,
                  "status",
                  open(
                      Map.of(
                          "startTime", TEXT,
                          "reason", TEXT,
                          "containerStatuses", STATUSES,
                          "initContainerStatuses", STATUSES)))),
          "StatefulSet",
          objectWith(
              Map.of(
                  "spec",
                  open(
                      Map.of(
                          "template",
                          TEMPLATE,
                          "volumeClaimTemplates",
                          list(open(Map.of("spec", CLAIM_SPEC))))))),
          "CronJob",
          objectWith(
              Map.of(
                  "spec",
                  open(
                      Map.of(
                          "jobTemplate",
                          open(Map.of("spec", open(Map.of("template", TEMPLATE)))))))));

  private static final Shape CONTROLLER =
      objectWith(Map.of("spec", open(Map.of("template", TEMPLATE))));

  private DetailShapes() {}

  /** Returns the additional fields of a kind with pods; empty for other kinds. */
  static Optional<Shape> ofPods(String kind) {
    return switch (kind) {
      case "Deployment", "ReplicaSet", "DaemonSet", "Job", "ReplicationController" ->
          Optional.of(CONTROLLER);
      default -> Optional.ofNullable(OF_PODS.get(kind));
    };
  }

  private static Map<String, Shape> volumeTypes() {
    Map<String, Shape> types = new HashMap<>();
    VOLUME_TYPES.forEach(type -> types.put(type, open(Map.of("path", TEXT, "driver", TEXT))));
    types.put("csi", open(Map.of("driver", TEXT)));
    return types;
  }

  private static Map<String, Shape> podVolumes() {
    Map<String, Shape> types = volumeTypes();
    types.put("name", TEXT);
    types.put("emptyDir", open(Map.of("medium", TEXT)));
    types.put("downwardAPI", open(Map.of()));
    types.put("image", open(Map.of()));
    types.put("configMap", NAMED);
    types.put("projected", open(Map.of("sources", list(open(Map.of("configMap", NAMED))))));
    types.put("ephemeral", open(Map.of("volumeClaimTemplate", open(Map.of("spec", CLAIM_SPEC)))));
    return types;
  }
}
