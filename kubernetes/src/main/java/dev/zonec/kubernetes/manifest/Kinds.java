package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which kinds zonec reads, and which of their fields. */
final class Kinds {
  /** The treatment of a kind. */
  sealed interface Kind {
    /** Objects are read completely. */
    record Read(Class<? extends HasMetadata> type, Shape shape) implements Kind {}

    /** Objects allow or deny connections and are not modelled. */
    record Decides(FieldCondition condition, String note) implements Kind {}

    /** Objects contain the templates of their pods. */
    record Runs(KindRow.Pods pods) implements Kind {}

    /** Controllers of the objects create pods that no manifest shows. */
    record Makes(FieldCondition condition) implements Kind {}

    /** Objects let in connections from outside and are not read. */
    record Admits(FieldCondition condition) implements Kind {}

    /** Objects do not affect connections. */
    record Skipped() implements Kind {}

    /** The kind is unknown; the treatment depends on the fields of the object. */
    record Unknown() implements Kind {}
  }

  private record Builtin(BuiltinKind served, Kind kind) {}

  private static final List<Builtin> BUILTIN =
      List.of(
          builtin(
              "networking.k8s.io/v1",
              "networkpolicies",
              NetworkPolicy.class,
              PolicyShapes.NETWORK_POLICY),
          builtin("v1", "namespaces", Namespace.class, WorkloadShapes.NAMESPACE),
          builtin("v1", "nodes", Node.class, WorkloadShapes.NODE),
          builtin("v1", "services", Service.class, ServiceShapes.SERVICE),
          builtin("v1", "endpoints", Endpoints.class, ServiceShapes.ENDPOINTS),
          builtin("apps/v1", "deployments", Deployment.class, WorkloadShapes.CONTROLLER),
          builtin("apps/v1", "statefulsets", StatefulSet.class, WorkloadShapes.STATEFUL_SET),
          builtin("apps/v1", "daemonsets", DaemonSet.class, WorkloadShapes.CONTROLLER),
          builtin("apps/v1", "replicasets", ReplicaSet.class, WorkloadShapes.CONTROLLER),
          builtin(
              "v1",
              "replicationcontrollers",
              ReplicationController.class,
              WorkloadShapes.CONTROLLER),
          builtin("batch/v1", "cronjobs", CronJob.class, WorkloadShapes.CRON_JOB),
          builtin("batch/v1", "jobs", Job.class, WorkloadShapes.JOB),
          builtin("v1", "pods", Pod.class, WorkloadShapes.POD));

  /** By group and kind; older versions have the same fields. */
  private static final Map<String, Kind> BUILTIN_BY_NAME =
      BUILTIN.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  each -> each.served().group() + " " + each.served().kind(), Builtin::kind));

  private static final Kind INGRESS = plain(EntranceShapes.INGRESS);
  private static final Kind ROUTE = plain(EntranceShapes.ROUTE);
  private static final Kind GATEWAY_ROUTE = plain(EntranceShapes.GATEWAY_ROUTE);

  private static final Map<String, Kind> GATEWAY =
      Map.of(
          "HTTPRoute", GATEWAY_ROUTE,
          "GRPCRoute", GATEWAY_ROUTE,
          "TLSRoute", GATEWAY_ROUTE,
          "TCPRoute", GATEWAY_ROUTE,
          "UDPRoute", GATEWAY_ROUTE);

  /** By version too, because the versions of this group differ in meaning. */
  private static final Map<String, Kind> CLUSTER_POLICIES =
      Map.of(
          "policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.ADMIN_NETWORK_POLICY),
          "policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.BASELINE_ADMIN_NETWORK_POLICY),
          "policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.CLUSTER_NETWORK_POLICY),
          "policy.networking.k8s.io/v1beta1 ClusterNetworkPolicy",
              clusterPolicy(ClusterPolicyShapes.CLUSTER_NETWORK_POLICY));

  private static final Map<String, Kind> KNOWN = new ConcurrentHashMap<>();

  private Kinds() {}

  private static Builtin builtin(
      String apiVersion, String plural, Class<? extends HasMetadata> type, Shape shape) {
    boolean namespaced = Namespaced.class.isAssignableFrom(type);
    return new Builtin(
        new BuiltinKind(apiVersion, type.getSimpleName(), plural, namespaced),
        new Kind.Read(type, shape));
  }

  static List<BuiltinKind> builtin() {
    return BUILTIN.stream().map(Builtin::served).toList();
  }

  /** Returns the kinds of policies that are read completely, by version and name. */
  static List<PolicyApi> policies() {
    Stream<PolicyApi> namespaced =
        BUILTIN.stream()
            .map(Builtin::served)
            .filter(served -> served.kind().equals(NetworkPolicy.class.getSimpleName()))
            .map(served -> new PolicyApi(served.apiVersion(), served.kind()));
    Stream<PolicyApi> clusterScoped =
        CLUSTER_POLICIES.keySet().stream()
            .map(name -> name.split(" ", 2))
            .map(name -> new PolicyApi(name[0], name[1]))
            .sorted(Comparator.comparing(PolicyApi::apiVersion).thenComparing(PolicyApi::kind));
    return Stream.concat(namespaced, clusterScoped).toList();
  }

  /** Returns the group of {@code apiVersion}; empty for the core group. */
  static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static Kind clusterPolicy(Shape shape) {
    return new Kind.Read(ClusterPolicyObject.class, shape);
  }

  /**
   * Creates a kind whose versions have the same fields, so that no class for a version is needed.
   */
  private static Kind plain(Shape shape) {
    return new Kind.Read(GenericKubernetesResource.class, shape);
  }

  /** Returns the treatment of {@code kind} of {@code apiVersion}. */
  static Kind of(String apiVersion, String kind) {
    return KNOWN.computeIfAbsent(apiVersion + " " + kind, key -> find(apiVersion, kind));
  }

  private static Kind find(String apiVersion, String kind) {
    String group = group(apiVersion);
    @Nullable Kind cluster = CLUSTER_POLICIES.get(apiVersion + " " + kind);
    if (cluster != null) {
      return cluster;
    }
    Optional<Shape> pool = PoolShapes.of(group, kind);
    if (pool.isPresent()) {
      return plain(pool.get());
    }
    if (kind.endsWith("NetworkPolicy") && !apiVersion.equals("networking.k8s.io/v1")) {
      return listed(group, kind);
    }
    return switch (group) {
      // Versions of these groups that are no longer served have the same fields.
      case "extensions" -> kind.equals("Ingress") ? INGRESS : builtin("apps", kind);
      case "discovery.k8s.io" ->
          kind.equals("EndpointSlice") ? plain(ServiceShapes.ENDPOINT_SLICE) : new Kind.Skipped();
      case "networking.k8s.io" -> kind.equals("Ingress") ? INGRESS : builtin(group, kind);
      case "gateway.networking.k8s.io" -> GATEWAY.getOrDefault(kind, new Kind.Skipped());
      case "route.openshift.io" -> kind.equals("Route") ? ROUTE : new Kind.Skipped();
      // OpenShift 3 served its kinds in the core group too, and `oc` still accepts them there.
      case "" -> kind.equals("Route") ? ROUTE : builtin(group, kind);
      default -> builtin(group, kind);
    };
  }

  private static Kind builtin(String group, String kind) {
    @Nullable Kind builtin = BUILTIN_BY_NAME.get(group + " " + kind);
    return builtin == null ? listed(group, kind) : builtin;
  }

  private static Kind listed(String group, String kind) {
    return KindTable.of(group, kind)
        .map(
            row ->
                switch (row) {
                  case KindRow.Decides(var names, FieldCondition condition, String note) ->
                      new Kind.Decides(condition, note);
                  case KindRow.Runs(var names, KindRow.Pods pods, var note) -> new Kind.Runs(pods);
                  case KindRow.Makes(var names, FieldCondition condition, var note) ->
                      new Kind.Makes(condition);
                  case KindRow.Admits(var names, FieldCondition condition, var note) ->
                      new Kind.Admits(condition);
                  case KindRow.Plain plain -> new Kind.Skipped();
                })
        .orElseGet(Kind.Unknown::new);
  }

  /** Whether Kubernetes has a kind of this name. */
  static boolean isBuiltinName(String kind) {
    return BUILTIN.stream().anyMatch(each -> each.served().kind().equals(kind));
  }

  /** Whether Kubernetes has the kind in this group. */
  static boolean isBuiltin(String group, String kind) {
    return BUILTIN_BY_NAME.containsKey((group.equals("extensions") ? "apps" : group) + " " + kind);
  }
}
