package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import org.jspecify.annotations.Nullable;

/** The metadata of objects. */
final class Metadata {
  private Metadata() {}

  static ObjectMeta of(CheckedFields fields) {
    ObjectMeta metadata = new ObjectMeta();
    metadata.setAdditionalProperties(CheckedFields.NO_OTHERS);
    metadata.setName(fields.text("name"));
    metadata.setGenerateName(fields.text("generateName"));
    metadata.setNamespace(fields.text("namespace"));
    metadata.setLabels(fields.texts("labels"));
    metadata.setAnnotations(fields.texts("annotations"));
    metadata.setFinalizers(fields.textList("finalizers"));
    metadata.setOwnerReferences(fields.list("ownerReferences", Metadata::owner));
    return metadata;
  }

  private static OwnerReference owner(CheckedFields fields) {
    OwnerReference owner = new OwnerReference();
    owner.setAdditionalProperties(CheckedFields.NO_OTHERS);
    // The model has values of its own for absent ones.
    @Nullable String apiVersion = fields.text("apiVersion");
    if (apiVersion != null) {
      owner.setApiVersion(apiVersion);
    }
    @Nullable String kind = fields.text("kind");
    if (kind != null) {
      owner.setKind(kind);
    }
    owner.setName(fields.text("name"));
    owner.setUid(fields.text("uid"));
    owner.setController(fields.flag("controller"));
    owner.setBlockOwnerDeletion(fields.flag("blockOwnerDeletion"));
    return owner;
  }
}
