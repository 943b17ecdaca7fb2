package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the pod template of an object. */
final class PodTemplates {
  private PodTemplates() {}

  /**
   * Returns the template; empty for kinds without one, and an empty template if the object leaves
   * it out.
   */
  static Optional<PodTemplateSpec> of(HasMetadata object) {
    PodTemplateSpec empty = new PodTemplateSpec();
    return switch (object) {
      case Deployment it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case ReplicaSet it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case StatefulSet it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case DaemonSet it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case ReplicationController it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case Job it ->
          Optional.of(it.getSpec() == null ? empty : orElse(it.getSpec().getTemplate(), empty));
      case CronJob it -> {
        boolean complete =
            it.getSpec() != null
                && it.getSpec().getJobTemplate() != null
                && it.getSpec().getJobTemplate().getSpec() != null;
        yield Optional.of(
            complete
                ? orElse(it.getSpec().getJobTemplate().getSpec().getTemplate(), empty)
                : empty);
      }
      default -> Optional.empty();
    };
  }

  private static PodTemplateSpec orElse(@Nullable PodTemplateSpec shape, PodTemplateSpec other) {
    return shape == null ? other : shape;
  }
}
