package dev.zonec.kubernetes.storage;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.DetailDocument;
import dev.zonec.kubernetes.manifest.PlainObject;
import dev.zonec.kubernetes.storage.StorageObjects.BoundVolume;
import dev.zonec.kubernetes.storage.StorageObjects.SnapshotClass;
import dev.zonec.kubernetes.storage.StorageObjects.StorageClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the objects that tell about storage. If two have one name, the first counts. */
public final class StorageReader {
  private final String defaultNamespace;
  private final Map<String, Claim> claims = new HashMap<>();
  private final Map<String, BoundVolume> volumes = new HashMap<>();
  private final Map<String, StorageClass> classes = new HashMap<>();
  private final Map<String, SnapshotClass> snapshotClasses = new HashMap<>();

  private StorageReader(String defaultNamespace) {
    this.defaultNamespace = defaultNamespace;
  }

  /**
   * Reads {@code documents}.
   *
   * @param defaultNamespace the namespace of objects that name none
   */
  public static StorageObjects read(List<DetailDocument> documents, String defaultNamespace) {
    StorageReader reader = new StorageReader(defaultNamespace);
    documents.forEach(reader::read);
    List<SnapshotClass> sorted = new ArrayList<>(reader.snapshotClasses.values());
    sorted.sort(Comparator.comparing(SnapshotClass::name));
    return new StorageObjects(reader.claims, reader.volumes, reader.classes, sorted);
  }

  private void read(DetailDocument document) {
    Deadline.check();
    PlainObject object = PlainObject.of(document.document());
    PlainObject metadata = object.at("metadata");
    PlainObject annotations = metadata.at("annotations");
    String name = metadata.text("name");
    switch (document.kind()) {
      case CLAIM ->
          claims.putIfAbsent(
              metadata.optional("namespace").orElse(defaultNamespace) + "/" + name,
              Claim.of(object, document.document().span()));
      case VOLUME -> volumes.putIfAbsent(name, volume(object.at("spec")));
      case STORAGE_CLASS ->
          classes.putIfAbsent(
              name,
              new StorageClass(
                  name,
                  object.text("provisioner"),
                  annotations.flag("storageclass.kubernetes.io/is-default-class")
                      || annotations.flag("storageclass.beta.kubernetes.io/is-default-class")));
      case SNAPSHOT_CLASS ->
          snapshotClasses.putIfAbsent(
              name,
              new SnapshotClass(
                  name,
                  object.text("driver"),
                  annotations.flag("snapshot.storage.kubernetes.io/is-default-class"),
                  object.text("deletionPolicy").equals("Delete")));
      case EVENT, POD_METRICS, SERVICE_ACCOUNT -> {}
    }
  }

  private static BoundVolume volume(PlainObject spec) {
    Optional<String> driver = spec.at("csi").optional("driver");
    return new BoundVolume(driver, driver.isPresent() ? "csi" : VolumeType.of(spec));
  }
}
