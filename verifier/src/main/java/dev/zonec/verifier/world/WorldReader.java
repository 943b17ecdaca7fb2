package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.manifest.ManifestObject;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.manifest.cluster.ClusterPolicyObject;
import dev.zonec.verifier.policy.CidrForm;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyReader;
import dev.zonec.verifier.policy.PolicyReading;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterPolicyReader;
import dev.zonec.verifier.policy.cluster.ClusterPolicyReading;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Manifests to a world. */
public final class WorldReader {
  /** The namespace of objects that name none, unless the user says otherwise. */
  public static final String DEFAULT_NAMESPACE = "default";

  private final String defaultNamespace;
  private final PolicyReader policyReader;
  private final ClusterPolicyReader clusterPolicyReader;

  /**
   * @param defaultNamespace where objects are that name no namespace
   * @param form which writings are taken where servers differ
   */
  public WorldReader(String defaultNamespace, CidrForm form) {
    this.defaultNamespace = defaultNamespace;
    this.policyReader = new PolicyReader(defaultNamespace, form);
    this.clusterPolicyReader = new ClusterPolicyReader(form);
  }

  /** A reader that takes what a cluster with no settings takes. */
  public WorldReader() {
    this(DEFAULT_NAMESPACE, CidrForm.CANONICAL);
  }

  /**
   * The world of {@code manifests}. Policies that are not valid, objects without a name and all but
   * the first of several objects with one name are problems and not in the world. What {@code
   * manifests} could not read at all is not repeated here.
   */
  public WorldReading read(Manifests manifests) {
    List<Diagnostic> problems = new ArrayList<>();
    Map<ObjectName, ManifestObject> objects = unique(manifests.objects(), problems);
    List<Policy> policies = policies(objects, problems);
    List<ClusterPolicy> clusterPolicies = clusterPolicies(objects, problems);
    List<Instance> instances = instances(objects);
    Map<String, Namespace> namespaces = namespaces(objects, policies, instances);
    List<Workload> workloads =
        Workloads.of(instances, new GeneratedLabels(policies, clusterPolicies), namespaces);
    World world =
        new World(
            List.copyOf(namespaces.values()), workloads, nodes(objects), policies, clusterPolicies);
    return new WorldReading(world, problems);
  }

  private Map<ObjectName, ManifestObject> unique(
      List<ManifestObject> all, List<Diagnostic> problems) {
    Map<ObjectName, ManifestObject> objects = new LinkedHashMap<>();
    for (ManifestObject each : all) {
      ObjectName name = ObjectName.of(each.object(), defaultNamespace);
      // A policy's name is checked with the rest of it.
      boolean policy =
          each.object() instanceof NetworkPolicy || each.object() instanceof ClusterPolicyObject;
      if (name.name().isEmpty() && !policy) {
        Span place = each.document().keySpan(List.of("metadata"));
        problems.add(Diagnostic.error(Code.ZC0610, place, "the " + name.kind() + " needs a name"));
        continue;
      }
      @Nullable ManifestObject before = objects.putIfAbsent(name, each);
      if (before != null) {
        Span place = each.document().span("metadata", "name");
        Span first = before.document().span("metadata", "name");
        problems.add(
            Diagnostic.error(Code.ZC0607, place, name + " is there twice")
                .note("it is at " + first.fileAndLine() + " already; this one is left out"));
      }
    }
    return objects;
  }

  private List<Policy> policies(
      Map<ObjectName, ManifestObject> objects, List<Diagnostic> problems) {
    List<Policy> policies = new ArrayList<>();
    for (ManifestObject each : objects.values()) {
      if (each.object() instanceof NetworkPolicy policy) {
        switch (policyReader.read(policy, each.document())) {
          case PolicyReading.Valid(Policy valid) -> policies.add(valid);
          case PolicyReading.Invalid(List<Diagnostic> reasons) -> problems.addAll(reasons);
        }
      }
    }
    policies.sort(Comparator.comparing(Policy::namespace).thenComparing(Policy::name));
    return policies;
  }

  private List<ClusterPolicy> clusterPolicies(
      Map<ObjectName, ManifestObject> objects, List<Diagnostic> problems) {
    List<ClusterPolicy> policies = new ArrayList<>();
    for (ManifestObject each : objects.values()) {
      if (each.object() instanceof ClusterPolicyObject policy) {
        switch (clusterPolicyReader.read(policy, each.document())) {
          case ClusterPolicyReading.Valid(ClusterPolicy valid) -> policies.add(valid);
          case ClusterPolicyReading.Invalid(List<Diagnostic> reasons) -> problems.addAll(reasons);
        }
      }
    }
    policies.sort(
        Comparator.comparing(ClusterPolicy::tier)
            .thenComparingInt(ClusterPolicy::priority)
            .thenComparing(ClusterPolicy::name)
            .thenComparing(ClusterPolicy::kind));
    return policies;
  }

  private List<Instance> instances(Map<ObjectName, ManifestObject> objects) {
    List<Instance> instances = new ArrayList<>();
    objects.forEach(
        (name, each) -> {
          HasMetadata object = each.object();
          Optional<ObjectName> controller = name.controllerOf(object);
          boolean madeByDeclared = controller.isPresent() && objects.containsKey(controller.get());
          // A declared Deployment's template stands for its ReplicaSets, old ones among them.
          if (madeByDeclared && !name.kind().equals("Pod")) {
            return;
          }
          ObjectName owner = topOwner(name, objects);
          InstanceReader.read(object, name, owner, each.document().span())
              .ifPresent(instances::add);
        });
    return instances;
  }

  /** The controller of the controller and so on, as far as they are declared. */
  private static ObjectName topOwner(ObjectName name, Map<ObjectName, ManifestObject> objects) {
    ObjectName top = name;
    for (int steps = 0; steps < 10; steps++) {
      @Nullable ManifestObject object = objects.get(top);
      Optional<ObjectName> above =
          object == null ? Optional.empty() : top.controllerOf(object.object());
      if (above.isEmpty()) {
        return top;
      }
      top = above.get();
    }
    return top;
  }

  private static Map<String, Namespace> namespaces(
      Map<ObjectName, ManifestObject> objects, List<Policy> policies, List<Instance> instances) {
    Map<String, Namespace> namespaces = new TreeMap<>();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof io.fabric8.kubernetes.api.model.Namespace namespace) {
            Map<String, String> labels = ObjectName.labels(namespace.getMetadata());
            namespaces.put(name.name(), Namespace.declared(name.name(), labels));
          }
        });
    for (Policy policy : policies) {
      namespaces.computeIfAbsent(policy.namespace(), Namespace::undeclared);
    }
    for (Instance instance : instances) {
      namespaces.computeIfAbsent(instance.owner().namespace(), Namespace::undeclared);
    }
    return namespaces;
  }

  private static List<Endpoint.Node> nodes(Map<ObjectName, ManifestObject> objects) {
    List<Endpoint.Node> nodes = new ArrayList<>();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Node node) {
            nodes.add(
                new Endpoint.Node(
                    name.name(), ObjectName.labels(node.getMetadata()), internalAddresses(node)));
          }
        });
    nodes.sort(Comparator.comparing(Endpoint.Node::name));
    return nodes;
  }

  private static List<IpAddress> internalAddresses(Node node) {
    @Nullable List<NodeAddress> addresses =
        node.getStatus() == null ? null : node.getStatus().getAddresses();
    if (addresses == null) {
      return List.of();
    }
    return addresses.stream()
        .filter(address -> "InternalIP".equals(address.getType()))
        .map(address -> Optional.ofNullable(address.getAddress()).flatMap(IpAddress::parse))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
