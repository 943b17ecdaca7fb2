package dev.zonec.kubernetes.kustomize;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that kustomize's transformers change by default
 * (api/internal/konfig/builtinpluginconsts), without fields of kinds that do not affect
 * connections.
 */
final class BuiltinFields {
  /** {@code metadata.labels} of every object. */
  static final FieldSpec METADATA_LABELS = FieldSpec.of("", "", "", "metadata/labels", true);

  private static final String POD_LABELS = "spec/template/metadata/labels";
  private static final String SELECTOR = "spec/selector/matchLabels";

  /** Labels of objects and of their pod templates. */
  static final List<FieldSpec> TEMPLATE_LABELS =
      List.of(
          METADATA_LABELS,
          FieldSpec.of("", "v1", "ReplicationController", POD_LABELS, true),
          FieldSpec.of("", "", "Deployment", POD_LABELS, true),
          FieldSpec.of("", "", "ReplicaSet", POD_LABELS, true),
          FieldSpec.of("", "", "DaemonSet", POD_LABELS, true),
          FieldSpec.of("apps", "", "StatefulSet", POD_LABELS, true),
          FieldSpec.of("batch", "", "Job", POD_LABELS, true),
          FieldSpec.of("batch", "", "CronJob", "spec/jobTemplate/metadata/labels", true),
          FieldSpec.of(
              "batch", "", "CronJob", "spec/jobTemplate/spec/template/metadata/labels", true));

  /** Annotations of objects and of their pod templates. */
  static final List<FieldSpec> ANNOTATIONS =
      TEMPLATE_LABELS.stream()
          .map(
              each ->
                  FieldSpec.of(
                      each.group(),
                      each.version(),
                      each.kind(),
                      String.join("/", each.path()).replaceAll("labels$", "annotations"),
                      true))
          .toList();

  /** Selectors. */
  private static final List<FieldSpec> SELECTORS =
      List.of(
          FieldSpec.of("", "v1", "Service", "spec/selector", true),
          FieldSpec.of("", "v1", "ReplicationController", "spec/selector", true),
          FieldSpec.of("", "", "Deployment", SELECTOR, true),
          FieldSpec.of("", "", "ReplicaSet", SELECTOR, true),
          FieldSpec.of("", "", "DaemonSet", SELECTOR, true),
          FieldSpec.of("apps", "", "StatefulSet", SELECTOR, true),
          FieldSpec.of("batch", "", "Job", SELECTOR, false),
          FieldSpec.of("batch", "", "CronJob", "spec/jobTemplate/spec/selector/matchLabels", false),
          policy("spec/podSelector/matchLabels"),
          policy("spec/ingress/from/podSelector/matchLabels"),
          policy("spec/egress/to/podSelector/matchLabels"));

  /** Labels of objects and of their pod templates, and the selectors of these pods. */
  static final List<FieldSpec> COMMON_LABELS = joined();

  /** The number of replicas of a workload. */
  static final List<FieldSpec> REPLICAS =
      List.of(
          FieldSpec.of("", "", "Deployment", "spec/replicas", true),
          FieldSpec.of("", "", "ReplicationController", "spec/replicas", true),
          FieldSpec.of("", "", "ReplicaSet", "spec/replicas", true),
          FieldSpec.of("", "", "StatefulSet", "spec/replicas", true));

  /** References to Services by name. */
  static final List<FieldSpec> SERVICE_NAMES =
      List.of(
          FieldSpec.of("apps", "", "StatefulSet", "spec/serviceName", false),
          ingress("spec/rules/http/paths/backend/serviceName"),
          ingress("spec/backend/serviceName"),
          ingress("spec/rules/http/paths/backend/service/name"),
          ingress("spec/defaultBackend/service/name"));

  private BuiltinFields() {}

  private static FieldSpec policy(String path) {
    return FieldSpec.of("networking.k8s.io", "", "NetworkPolicy", path, false);
  }

  private static FieldSpec ingress(String path) {
    return FieldSpec.of("", "", "Ingress", path, false);
  }

  private static List<FieldSpec> joined() {
    List<FieldSpec> all = new ArrayList<>(SELECTORS);
    all.addAll(TEMPLATE_LABELS);
    return List.copyOf(all);
  }
}
