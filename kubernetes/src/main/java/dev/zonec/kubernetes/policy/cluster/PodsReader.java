package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/** Reads pods as subjects and peers specify them: by namespaces, or by namespaces and labels. */
final class PodsReader {
  /** The pods that match {@code pods}, in the namespaces that match {@code namespaces}. */
  record Read(Selector namespaces, Selector pods) {}

  private PodsReader() {}

  /** Reads {@code namespaces}, or else {@code pods}; one of them is present. */
  static Read read(
      PolicyKind kind,
      CidrForm form,
      @Nullable LabelSelector namespaces,
      ClusterPolicySpec.@Nullable NamespacedPods pods,
      CheckedField field) {
    if (namespaces != null) {
      return new Read(
          UncheckedBySchema.selector(namespaces, field.at("namespaces")), Selector.EVERYTHING);
    }
    CheckedField podsSite = field.at("pods");
    @Nullable LabelSelector in = pods == null ? null : pods.namespaceSelector();
    @Nullable LabelSelector which = pods == null ? null : pods.podSelector();
    // Optional in v1alpha2 only.
    if (in == null && kind != PolicyKind.CLUSTER && form == CidrForm.CANONICAL) {
      podsSite.problem(
          Code.ZC0620, "`pods` needs a `namespaceSelector`", "for every namespace write `{}`");
    }
    if (which == null && form == CidrForm.CANONICAL) {
      podsSite.problem(
          Code.ZC0620,
          "`pods` needs a `podSelector`",
          "for every pod of the namespaces write `namespaces`");
    }
    return new Read(
        in == null
            ? Selector.EVERYTHING
            : UncheckedBySchema.selector(in, podsSite.at("namespaceSelector")),
        which == null
            ? Selector.EVERYTHING
            : UncheckedBySchema.selector(which, podsSite.at("podSelector")));
  }
}
