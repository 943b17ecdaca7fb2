package dev.zonec.verifier.manifest;

import dev.zonec.verifier.manifest.cluster.ClusterPolicyObject;
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
import org.jspecify.annotations.Nullable;

/** Which kinds count, and which of their fields. */
final class Kinds {
  /** What a kind is to zonec. */
  sealed interface Kind {
    /** Read into an object. */
    record Read(Class<? extends HasMetadata> type, Shape shape) implements Kind {}

    /** A policy that is not modelled. */
    record Unmodelled() implements Kind {}

    /** Without a say in what connects. */
    record Skipped() implements Kind {}
  }

  private static final Map<String, Kind> CORE =
      Map.of(
          "Namespace", new Kind.Read(Namespace.class, WorkloadShapes.NAMESPACE),
          "Node", new Kind.Read(Node.class, WorkloadShapes.NODE),
          "Pod", new Kind.Read(Pod.class, WorkloadShapes.POD),
          "ReplicationController",
              new Kind.Read(ReplicationController.class, WorkloadShapes.CONTROLLER),
          "Service", new Kind.Read(Service.class, ServiceShapes.SERVICE),
          "Endpoints", new Kind.Read(Endpoints.class, ServiceShapes.ENDPOINTS));

  private static final Map<String, Kind> APPS =
      Map.of(
          "Deployment", new Kind.Read(Deployment.class, WorkloadShapes.CONTROLLER),
          "ReplicaSet", new Kind.Read(ReplicaSet.class, WorkloadShapes.CONTROLLER),
          "StatefulSet", new Kind.Read(StatefulSet.class, WorkloadShapes.STATEFUL_SET),
          "DaemonSet", new Kind.Read(DaemonSet.class, WorkloadShapes.CONTROLLER));

  private static final Map<String, Kind> BATCH =
      Map.of(
          "Job", new Kind.Read(Job.class, WorkloadShapes.CONTROLLER),
          "CronJob", new Kind.Read(CronJob.class, WorkloadShapes.CRON_JOB));

  private static final Kind INGRESS = plain(EntranceShapes.INGRESS);
  private static final Kind GATEWAY_ROUTE = plain(EntranceShapes.GATEWAY_ROUTE);

  private static final Map<String, Kind> GATEWAY =
      Map.of(
          "HTTPRoute", GATEWAY_ROUTE,
          "GRPCRoute", GATEWAY_ROUTE,
          "TLSRoute", GATEWAY_ROUTE,
          "TCPRoute", GATEWAY_ROUTE,
          "UDPRoute", GATEWAY_ROUTE);

  /** By version too: the versions of this group differ in what they mean. */
  private static final Map<String, Kind> CLUSTER_POLICIES =
      Map.of(
          "policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.ADMIN_NETWORK_POLICY),
          "policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.BASELINE_ADMIN_NETWORK_POLICY),
          "policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.CLUSTER_NETWORK_POLICY));

  private Kinds() {}

  private static Kind clusterPolicy(Shape shape) {
    return new Kind.Read(ClusterPolicyObject.class, shape);
  }

  /** A kind whose versions differ in nothing that is read: no class of one version is needed. */
  private static Kind plain(Shape shape) {
    return new Kind.Read(GenericKubernetesResource.class, shape);
  }

  /** What {@code kind} of the group and version {@code apiVersion} is. */
  static Kind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    if (apiVersion.equals("networking.k8s.io/v1") && kind.equals("NetworkPolicy")) {
      return new Kind.Read(NetworkPolicy.class, PolicyShapes.NETWORK_POLICY);
    }
    @Nullable Kind cluster = CLUSTER_POLICIES.get(apiVersion + " " + kind);
    if (cluster != null) {
      return cluster;
    }
    if (isUnmodelled(group, kind)) {
      return new Kind.Unmodelled();
    }
    return switch (group) {
      case "" -> CORE.getOrDefault(kind, new Kind.Skipped());
      // The templates of older versions have the same fields.
      case "apps" -> APPS.getOrDefault(kind, new Kind.Skipped());
      case "extensions" ->
          kind.equals("Ingress") ? INGRESS : APPS.getOrDefault(kind, new Kind.Skipped());
      case "batch" -> BATCH.getOrDefault(kind, new Kind.Skipped());
      case "discovery.k8s.io" ->
          kind.equals("EndpointSlice") ? plain(ServiceShapes.ENDPOINT_SLICE) : new Kind.Skipped();
      case "networking.k8s.io" -> kind.equals("Ingress") ? INGRESS : new Kind.Skipped();
      case "gateway.networking.k8s.io" -> GATEWAY.getOrDefault(kind, new Kind.Skipped());
      case "route.openshift.io" ->
          kind.equals("Route") ? plain(EntranceShapes.ROUTE) : new Kind.Skipped();
      default -> new Kind.Skipped();
    };
  }

  private static boolean isUnmodelled(String group, String kind) {
    if (kind.endsWith("NetworkPolicy")) {
      return true;
    }
    boolean calico = group.equals("projectcalico.org") || group.endsWith(".projectcalico.org");
    boolean antrea = group.equals("antrea.io") || group.endsWith(".antrea.io");
    return (calico && (kind.endsWith("NetworkSet") || kind.endsWith("Tier")))
        || (antrea && (kind.endsWith("Policy") || kind.endsWith("Group") || kind.equals("Tier")))
        || (group.equals("cilium.io") && kind.endsWith("Policy"))
        || (group.equals("security.istio.io") && kind.equals("AuthorizationPolicy"));
  }
}
