package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ReplicationControllerSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;

/** The fields of the objects that create pods. */
final class ControllerFields {
  private ControllerFields() {}

  static DeploymentSpec deployment(CheckedFields fields) {
    DeploymentSpec spec = new DeploymentSpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setTemplate(fields.object("template", PodFields::template));
    return spec;
  }

  static DaemonSetSpec daemonSet(CheckedFields fields) {
    DaemonSetSpec spec = new DaemonSetSpec();
    spec.setTemplate(fields.object("template", PodFields::template));
    return spec;
  }

  static ReplicaSetSpec replicaSet(CheckedFields fields) {
    ReplicaSetSpec spec = new ReplicaSetSpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setTemplate(fields.object("template", PodFields::template));
    return spec;
  }

  static ReplicationControllerSpec replicationController(CheckedFields fields) {
    ReplicationControllerSpec spec = new ReplicationControllerSpec();
    spec.setTemplate(fields.object("template", PodFields::template));
    return spec;
  }

  static StatefulSetSpec statefulSet(CheckedFields fields) {
    StatefulSetSpec spec = new StatefulSetSpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setTemplate(fields.object("template", PodFields::template));
    spec.setReplicas(fields.whole("replicas"));
    spec.setOrdinals(fields.object("ordinals", ControllerFields::ordinals));
    spec.setVolumeClaimTemplates(fields.list("volumeClaimTemplates", ControllerFields::claim));
    return spec;
  }

  private static StatefulSetOrdinals ordinals(CheckedFields fields) {
    StatefulSetOrdinals ordinals = new StatefulSetOrdinals();
    ordinals.setStart(fields.whole("start"));
    return ordinals;
  }

  private static PersistentVolumeClaim claim(CheckedFields fields) {
    PersistentVolumeClaim claim = new PersistentVolumeClaim();
    claim.setMetadata(fields.object("metadata", Metadata::of));
    return claim;
  }

  static JobSpec job(CheckedFields fields) {
    JobSpec spec = new JobSpec();
    spec.setTemplate(fields.object("template", PodFields::template));
    spec.setCompletionMode(fields.text("completionMode"));
    spec.setCompletions(fields.whole("completions"));
    return spec;
  }

  static CronJobSpec cronJob(CheckedFields fields) {
    CronJobSpec spec = new CronJobSpec();
    spec.setJobTemplate(fields.object("jobTemplate", ControllerFields::jobTemplate));
    return spec;
  }

  private static JobTemplateSpec jobTemplate(CheckedFields fields) {
    JobTemplateSpec template = new JobTemplateSpec();
    template.setSpec(fields.object("spec", ControllerFields::job));
    return template;
  }
}
