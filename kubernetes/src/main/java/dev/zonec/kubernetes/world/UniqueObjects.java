package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.EqualObjects;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Indexes objects by name. It leaves out objects without a name, and all but the first of several
 * objects with one name. Both are problems, unless the objects are equal; of equal objects, it
 * takes the one with more fields that a server sets.
 *
 * @param defaultNamespace the namespace of objects that name none
 * @param metadata the treatment of malformed names and labels
 * @param problems collects problems
 */
record UniqueObjects(String defaultNamespace, MetadataForm metadata, List<Diagnostic> problems) {
  /** Returns the objects of the world, in their order. */
  Map<ObjectName, ManifestObject> of(List<ManifestObject> all) {
    Map<ObjectName, ManifestObject> objects = new LinkedHashMap<>();
    for (ManifestObject each : all) {
      Deadline.check();
      ObjectName name = ObjectName.of(each.object(), defaultNamespace);
      // The name of a policy is checked with the policy.
      boolean policy =
          each.object() instanceof NetworkPolicy || each.object() instanceof ClusterPolicyObject;
      if (name.name().isEmpty() && !policy) {
        Span span = each.document().keySpan(List.of("metadata"));
        problems.add(Diagnostic.error(Code.ZC0610, span, "the " + name.kind() + " needs a name"));
        continue;
      }
      List<Diagnostic> malformed = MetadataCheck.of(each, name);
      problems.addAll(malformed);
      if (!malformed.isEmpty() && metadata == MetadataForm.VALID) {
        continue;
      }
      @Nullable ManifestObject before = objects.putIfAbsent(name, each);
      if (before == null) {
        continue;
      }
      Optional<ManifestObject> completest = EqualObjects.completest(before, each);
      completest.ifPresent(object -> objects.put(name, object));
      if (completest.isEmpty()) {
        Span span = each.document().span("metadata", "name");
        Span first = before.document().span("metadata", "name");
        problems.add(
            Diagnostic.error(Code.ZC0607, span, "two different objects are called " + name)
                .labelled("this one is ignored")
                .also(first, "the first one")
                .help("delete one, or pass the manifests of one environment with `-m`"));
      }
    }
    return objects;
  }
}
