package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.GeneratedNames;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PodTemplate;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import dev.zonec.model.label.LabelSyntax;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks names and labels as the API server does (apimachinery, validation). The name of a policy
 * is checked with the policy.
 */
final class MetadataCheck {
  private MetadataCheck() {}

  static List<Diagnostic> of(ManifestObject each, ObjectName name) {
    List<Diagnostic> problems = new ArrayList<>();
    HasMetadata object = each.object();
    if (!(object instanceof NetworkPolicy) && !(object instanceof ClusterPolicyObject)) {
      @Nullable ObjectMeta given = object.getMetadata();
      ObjectMeta metadata = given == null ? new ObjectMeta() : given;
      boolean wellNamed =
          object instanceof Namespace
              ? GeneratedNames.areWellFormed(metadata, LabelSyntax::isDnsLabel)
              : GeneratedNames.areWellFormed(metadata, LabelSyntax::isDnsSubdomain);
      if (!wellNamed) {
        problems.add(
            problem(each, "`" + name.name() + "` is not a valid name for a " + name.kind())
                .help(
                    object instanceof Namespace
                        ? "use up to 63 lower-case letters, digits and `-`, such as `shop-api`"
                        : "use lower-case letters, digits, `-` and `.`, such as `shop-api`"));
      }
      if (!name.namespace().isEmpty() && !LabelSyntax.isDnsLabel(name.namespace())) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0610,
                    each.document().span("metadata", "namespace"),
                    "`" + name.namespace() + "` is not a valid name for a namespace")
                .help("use up to 63 lower-case letters, digits and `-`, such as `shop-api`"));
      }
    }
    labels(each, List.of("metadata", "labels"), ObjectName.labels(object.getMetadata()), problems);
    PodTemplates.of(object)
        .ifPresent(
            template ->
                labels(
                    each,
                    InstanceReader.templatePath(object),
                    ObjectName.labels(template.getMetadata()),
                    problems));
    for (PodTemplate template : each.templates()) {
      labels(each, template.labels(), ObjectName.labels(template.shape().getMetadata()), problems);
    }
    return problems;
  }

  private static Diagnostic problem(ManifestObject each, String message) {
    return Diagnostic.error(Code.ZC0610, each.document().span("metadata", "name"), message);
  }

  private static void labels(
      ManifestObject each, List<?> path, Map<String, String> labels, List<Diagnostic> problems) {
    labels.forEach(
        (key, value) -> {
          List<Object> label = new ArrayList<>(path);
          label.add(key);
          if (!LabelSyntax.isKey(key)) {
            problems.add(
                Diagnostic.error(
                        Code.ZC0609,
                        each.document().keySpan(label),
                        "`" + key + "` is not a valid label key")
                    .help(
                        "write `name` or `prefix/name`: the name has up to 63 letters, digits, `-`,"
                            + " `_` and `.`, and the prefix is a DNS name"));
          } else if (!LabelSyntax.isValue(value)) {
            problems.add(
                Diagnostic.error(
                        Code.ZC0609,
                        each.document().span(label),
                        "`" + value + "` is not a valid label value")
                    .help(
                        "use up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at"
                            + " both ends"));
          }
        });
  }
}
