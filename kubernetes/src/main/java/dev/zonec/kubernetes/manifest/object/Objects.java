package dev.zonec.kubernetes.manifest.object;

import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Creates objects. */
public final class Objects {
  /** By class: what makes an object without its kind and metadata. */
  private static final Map<Class<? extends HasMetadata>, Function<CheckedFields, HasMetadata>>
      MAKERS =
          Map.ofEntries(
              Map.entry(NetworkPolicy.class, Objects::networkPolicy),
              Map.entry(ClusterPolicyObject.class, Objects::clusterPolicy),
              Map.entry(Namespace.class, fields -> new Namespace()),
              Map.entry(Node.class, Objects::node),
              Map.entry(Service.class, Objects::service),
              Map.entry(Endpoints.class, Objects::endpoints),
              Map.entry(Deployment.class, Objects::deployment),
              Map.entry(StatefulSet.class, Objects::statefulSet),
              Map.entry(DaemonSet.class, Objects::daemonSet),
              Map.entry(ReplicaSet.class, Objects::replicaSet),
              Map.entry(ReplicationController.class, Objects::replicationController),
              Map.entry(Job.class, Objects::job),
              Map.entry(CronJob.class, Objects::cronJob),
              Map.entry(Pod.class, Objects::pod),
              Map.entry(GenericKubernetesResource.class, Objects::other));

  /** The fields that an object without a model class has anyway. */
  private static final Set<String> OWN = Set.of("apiVersion", "kind", "metadata");

  private Objects() {}

  /**
   * Returns an object of {@code type}.
   *
   * @param values its fields, with the types of the shape of its kind
   */
  public static HasMetadata of(Class<? extends HasMetadata> type, Map<String, Object> values) {
    CheckedFields fields = new CheckedFields(values);
    Function<CheckedFields, HasMetadata> maker =
        MAKERS.getOrDefault(
            type,
            other -> {
              throw new IllegalArgumentException("no objects of " + type);
            });
    HasMetadata object = maker.apply(fields);
    object.setMetadata(fields.object("metadata", Metadata::of));
    object.setApiVersion(fields.text("apiVersion"));
    return object;
  }

  private static NetworkPolicy networkPolicy(CheckedFields fields) {
    NetworkPolicy policy = new NetworkPolicy();
    policy.setAdditionalProperties(CheckedFields.NO_OTHERS);
    policy.setSpec(fields.object("spec", PolicyFields::spec));
    return policy;
  }

  private static ClusterPolicyObject clusterPolicy(CheckedFields fields) {
    ClusterPolicyObject policy = new ClusterPolicyObject();
    policy.setKind(fields.required("kind"));
    policy.setSpec(fields.object("spec", ClusterPolicyFields::spec));
    return policy;
  }

  private static Node node(CheckedFields fields) {
    Node node = new Node();
    node.setSpec(fields.object("spec", NodeFields::spec));
    node.setStatus(fields.object("status", NodeFields::status));
    return node;
  }

  private static Service service(CheckedFields fields) {
    Service service = new Service();
    service.setAdditionalProperties(CheckedFields.NO_OTHERS);
    service.setSpec(fields.object("spec", ServiceFields::spec));
    return service;
  }

  private static Endpoints endpoints(CheckedFields fields) {
    Endpoints endpoints = new Endpoints();
    endpoints.setSubsets(fields.list("subsets", ServiceFields::subset));
    return endpoints;
  }

  private static Deployment deployment(CheckedFields fields) {
    Deployment deployment = new Deployment();
    deployment.setAdditionalProperties(CheckedFields.NO_OTHERS);
    deployment.setSpec(fields.object("spec", ControllerFields::deployment));
    return deployment;
  }

  private static StatefulSet statefulSet(CheckedFields fields) {
    StatefulSet set = new StatefulSet();
    set.setAdditionalProperties(CheckedFields.NO_OTHERS);
    set.setSpec(fields.object("spec", ControllerFields::statefulSet));
    return set;
  }

  private static DaemonSet daemonSet(CheckedFields fields) {
    DaemonSet set = new DaemonSet();
    set.setSpec(fields.object("spec", ControllerFields::daemonSet));
    return set;
  }

  private static ReplicaSet replicaSet(CheckedFields fields) {
    ReplicaSet set = new ReplicaSet();
    set.setAdditionalProperties(CheckedFields.NO_OTHERS);
    set.setSpec(fields.object("spec", ControllerFields::replicaSet));
    return set;
  }

  private static ReplicationController replicationController(CheckedFields fields) {
    ReplicationController controller = new ReplicationController();
    controller.setSpec(fields.object("spec", ControllerFields::replicationController));
    return controller;
  }

  private static Job job(CheckedFields fields) {
    Job job = new Job();
    job.setSpec(fields.object("spec", ControllerFields::job));
    return job;
  }

  private static CronJob cronJob(CheckedFields fields) {
    CronJob job = new CronJob();
    job.setSpec(fields.object("spec", ControllerFields::cronJob));
    return job;
  }

  private static Pod pod(CheckedFields fields) {
    Pod pod = new Pod();
    pod.setAdditionalProperties(CheckedFields.NO_OTHERS);
    pod.setSpec(fields.object("spec", PodFields::spec));
    pod.setStatus(fields.object("status", PodFields::status));
    return pod;
  }

  private static GenericKubernetesResource other(CheckedFields fields) {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setKind(fields.text("kind"));
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name)) {
                object.setAdditionalProperty(String.valueOf(name), value);
              }
            });
    return object;
  }
}
