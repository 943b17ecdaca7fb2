package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXTS;
import static dev.zonec.kubernetes.manifest.ObjectShapes.objectWith;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds whose objects tell more about pods, such as their storage. No decision reads them. */
public enum DetailKind {
  /** A request for storage. */
  CLAIM("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true, DetailShapes.CLAIM),
  /** Storage that is bound to a claim. */
  VOLUME("v1", "PersistentVolume", "persistentvolumes", false, DetailShapes.VOLUME),
  /** A way to create storage. */
  STORAGE_CLASS(
      "storage.k8s.io/v1",
      "StorageClass",
      "storageclasses",
      false,
      objectWith(Map.of("metadata", DetailShapes.METADATA, "provisioner", TEXT))),
  /** A way to create snapshots. */
  SNAPSHOT_CLASS(
      "snapshot.storage.k8s.io/v1",
      "VolumeSnapshotClass",
      "volumesnapshotclasses",
      false,
      objectWith(
          Map.of("metadata", DetailShapes.METADATA, "driver", TEXT, "deletionPolicy", TEXT))),
  /** Something that happened to an object. */
  EVENT("v1", "Event", "events", true, DetailShapes.EVENT),
  /** What the containers of a pod use. */
  POD_METRICS(
      "metrics.k8s.io/v1beta1",
      "PodMetrics",
      "pods",
      true,
      objectWith(
          Map.of(
              "timestamp", TEXT, "containers", list(open(Map.of("name", TEXT, "usage", TEXTS)))))),
  /** An identity of pods. */
  SERVICE_ACCOUNT(
      "v1",
      "ServiceAccount",
      "serviceaccounts",
      true,
      objectWith(Map.of("automountServiceAccountToken", FLAG)));

  private final String apiVersion;
  private final String kind;
  private final String plural;
  private final boolean namespaced;

  @SuppressWarnings("ImmutableEnumChecker") // A shape is never changed after it is built.
  private final Shape shape;

  DetailKind(String apiVersion, String kind, String plural, boolean namespaced, Shape shape) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.plural = plural;
    this.namespaced = namespaced;
    this.shape = shape;
  }

  /** Returns the kinds that tell about storage. */
  public static List<DetailKind> ofStorage() {
    return List.of(CLAIM, VOLUME, STORAGE_CLASS, SNAPSHOT_CLASS);
  }

  /** Returns the kinds that tell what pods do. */
  public static List<DetailKind> ofRuntime() {
    return List.of(SERVICE_ACCOUNT, EVENT, POD_METRICS);
  }

  /** Returns the kind with this group and name; other versions have the same fields. */
  static Optional<DetailKind> of(String apiVersion, String kind) {
    String group = Kinds.group(apiVersion);
    return Arrays.stream(values())
        .filter(each -> each.kind.equals(kind) && Kinds.group(each.apiVersion).equals(group))
        .findFirst();
  }

  /** Returns the group and version that servers have. */
  public String apiVersion() {
    return apiVersion;
  }

  /** Returns the name of the kind. */
  public String kind() {
    return kind;
  }

  /** Returns the name in paths. */
  public String plural() {
    return plural;
  }

  /** Whether its objects have namespaces. */
  public boolean namespaced() {
    return namespaced;
  }

  /** Whether clusters need not serve the kind. */
  public boolean optional() {
    return this == SNAPSHOT_CLASS || this == POD_METRICS;
  }

  /** Returns the fields to request from a cluster. */
  Shape shape() {
    return shape;
  }
}
