package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.label.LabelSyntax;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks annotations, finalizers and owners of a policy as the API server does (apimachinery,
 * ValidateObjectMeta). No decision depends on them.
 */
public final class MetadataReader {
  private static final String ORPHAN = "orphan";
  private static final String FOREGROUND = "foregroundDeletion";
  private static final Set<String> STANDARD_FINALIZERS = Set.of(ORPHAN, FOREGROUND, "kubernetes");
  private static final int MOST_ANNOTATIONS = 256 * 1024;

  private MetadataReader() {}

  /**
   * Checks {@code metadata} of a kind that is built in and reports problems at {@code field}. Its
   * finalizers are standard names or names with a domain (pkg/apis/core/validation,
   * ValidateObjectMeta).
   */
  static void checkBuiltIn(ObjectMeta metadata, CheckedField field) {
    check(metadata, field);
    List<String> finalizers = Absent.orEmpty(metadata.getFinalizers());
    for (int i = 0; i < finalizers.size(); i++) {
      String each = finalizers.get(i);
      if (LabelSyntax.isKey(each) && each.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(each)) {
        notFinalizer(each, field.at("finalizers").at(i));
      }
    }
  }

  /**
   * Checks {@code metadata} of a custom resource and reports problems at {@code field}. Finalizers
   * of custom resources need no domain.
   */
  public static void check(ObjectMeta metadata, CheckedField field) {
    @Nullable Map<String, String> annotations = metadata.getAnnotations();
    annotations(annotations == null ? Map.of() : annotations, field.at("annotations"));
    finalizers(Absent.orEmpty(metadata.getFinalizers()), field.at("finalizers"));
    owners(Absent.orEmpty(metadata.getOwnerReferences()), field.at("ownerReferences"));
  }

  private static void annotations(Map<String, String> annotations, CheckedField field) {
    long size = 0;
    for (Map.Entry<String, String> each : annotations.entrySet()) {
      // Upper-case letters are valid in the prefix too, unlike in a label's.
      if (!LabelSyntax.isKey(each.getKey().toLowerCase(Locale.ROOT))) {
        field
            .at(each.getKey())
            .problemAtKey(Code.ZC0660, "`" + each.getKey() + "` is not a key for an annotation");
      }
      size += bytes(each.getKey()) + bytes(each.getValue());
    }
    if (size > MOST_ANNOTATIONS) {
      field.problem(
          Code.ZC0660,
          "the annotations have " + size + " bytes; at most " + MOST_ANNOTATIONS + " are taken");
    }
  }

  private static long bytes(String text) {
    return text.codePoints()
        .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }

  private static void finalizers(List<String> finalizers, CheckedField field) {
    for (int i = 0; i < finalizers.size(); i++) {
      String each = finalizers.get(i);
      if (!LabelSyntax.isKey(each)) {
        notFinalizer(each, field.at(i));
      }
    }
    if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
      field.problem(Code.ZC0660, "`" + ORPHAN + "` and `" + FOREGROUND + "` exclude each other");
    }
  }

  private static void notFinalizer(String name, CheckedField field) {
    field.problem(
        Code.ZC0660,
        "`" + name + "` is not a finalizer",
        "a finalizer is named after a domain, such as `example.org/cleanup`");
  }

  private static void owners(List<OwnerReference> owners, CheckedField field) {
    int controllers = 0;
    for (int i = 0; i < owners.size(); i++) {
      OwnerReference owner = owners.get(i);
      String version = Absent.orEmpty(owner.getApiVersion());
      int slash = version.indexOf('/');
      CheckedField ownerSite = field.at(i);
      if (version.isEmpty() || slash != version.lastIndexOf('/')) {
        ownerSite.problem(Code.ZC0660, "an owner needs an `apiVersion`");
      }
      need("kind", owner.getKind(), ownerSite);
      need("name", owner.getName(), ownerSite);
      need("uid", owner.getUid(), ownerSite);
      if (version.equals("v1") && "Event".equals(owner.getKind())) {
        ownerSite.problem(Code.ZC0660, "an Event can own nothing");
      }
      controllers += Boolean.TRUE.equals(owner.getController()) ? 1 : 0;
    }
    if (controllers > 1) {
      field.problem(Code.ZC0660, "of an object's owners only one can be its controller");
    }
  }

  private static void need(String field, @Nullable String value, CheckedField owner) {
    if (value == null || value.isEmpty()) {
      owner.problem(Code.ZC0660, "an owner needs a `" + field + "`");
    }
  }
}
