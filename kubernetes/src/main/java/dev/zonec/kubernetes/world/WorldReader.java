package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.Placeholders;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyReader;
import dev.zonec.kubernetes.policy.PolicyReading;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicyReader;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicyReading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads manifests as a world. */
public final class WorldReader {
  /** The namespace of objects that name none, by default. */
  public static final String DEFAULT_NAMESPACE = "default";

  private final String defaultNamespace;
  private final PolicyReader policyReader;
  private final ClusterPolicyReader clusterPolicyReader;
  private final MetadataForm metadata;

  /** Creates a reader that leaves out objects with malformed names and labels. */
  public WorldReader(String defaultNamespace, CidrForm form) {
    this(defaultNamespace, form, MetadataForm.VALID);
  }

  /**
   * @param defaultNamespace the namespace of objects that name none
   * @param form the accepted forms where servers differ
   * @param metadata the treatment of malformed names and labels
   */
  public WorldReader(String defaultNamespace, CidrForm form, MetadataForm metadata) {
    this.defaultNamespace = defaultNamespace;
    this.policyReader = new PolicyReader(defaultNamespace, form);
    this.metadata = metadata;
    this.clusterPolicyReader = new ClusterPolicyReader(form);
  }

  /** Creates a reader with the defaults of a cluster. */
  public WorldReader() {
    this(DEFAULT_NAMESPACE, CidrForm.CANONICAL);
  }

  /** Reads {@code manifests}. Only selectors of policies and Services distinguish pods. */
  public WorldReading read(Manifests manifests) {
    return read(manifests, List.of());
  }

  /**
   * Reads {@code manifests}. Invalid policies, objects without a name, and all but the first of
   * several objects with one name are problems and not in the world. Problems of {@code manifests}
   * are not repeated.
   *
   * @param asked further selectors of pods; replicas that they distinguish become separate
   *     workloads
   */
  public WorldReading read(Manifests manifests, Collection<Selector> asked) {
    List<Diagnostic> problems = new ArrayList<>();
    Map<ObjectName, ManifestObject> objects =
        new UniqueObjects(defaultNamespace, metadata, problems).of(manifests.objects());
    List<Diagnostic> warnings = new ArrayList<>();
    List<Policy> policies = policies(objects, problems, warnings);
    List<ClusterPolicy> clusterPolicies = clusterPolicies(objects, problems);
    List<ServiceEntry> services = new ServiceReader(objects, problems).read(objects);
    SelectorLabels labels =
        SelectorLabels.of(PolicySet.of(policies, clusterPolicies), services, asked);
    Instances read = Instances.of(objects, labels);
    List<Endpoint.Node> nodes = NodeReader.read(objects, !clusterPolicies.isEmpty());
    List<Instance> instances = NodeReader.named(read.found(), nodes);
    Map<String, Namespace> namespaces = namespaces(objects, policies, instances, services);
    List<Workload> workloads = Workloads.of(instances, labels, namespaces);
    World world =
        new World(
            List.copyOf(namespaces.values()),
            workloads,
            nodes,
            policies,
            clusterPolicies,
            services,
            entrances(objects, services),
            SightingReader.read(objects));
    List<HiddenPods> hidden = new ArrayList<>(read.hidden());
    manifests.podMakers().stream()
        .map(maker -> read.hiddenBy(maker, defaultNamespace))
        .flatMap(Optional::stream)
        .forEach(hidden::add);
    return new WorldReading(
        world, Placeholders.explained(problems), read.guesses(), warnings, hidden);
  }

  private List<Policy> policies(
      Map<ObjectName, ManifestObject> objects,
      List<Diagnostic> problems,
      List<Diagnostic> warnings) {
    List<Policy> policies = new ArrayList<>();
    for (ManifestObject each : objects.values()) {
      Deadline.check();
      if (each.object() instanceof NetworkPolicy policy) {
        switch (policyReader.read(policy, each.document())) {
          case PolicyReading.Valid(Policy valid, List<Diagnostic> ignored) -> {
            policies.add(valid);
            warnings.addAll(ignored);
          }
          case PolicyReading.Misnamed(Policy misnamed, List<Diagnostic> reasons) -> {
            problems.addAll(reasons);
            if (metadata == MetadataForm.ANY) {
              policies.add(misnamed);
            }
          }
          case PolicyReading.Invalid(List<Diagnostic> reasons) -> problems.addAll(reasons);
        }
      }
    }
    policies.sort(Policy.ORDER);
    return policies;
  }

  private List<ClusterPolicy> clusterPolicies(
      Map<ObjectName, ManifestObject> objects, List<Diagnostic> problems) {
    List<ClusterPolicy> policies = new ArrayList<>();
    for (ManifestObject each : objects.values()) {
      Deadline.check();
      if (each.object() instanceof ClusterPolicyObject policy) {
        switch (clusterPolicyReader.read(policy, each.document())) {
          case ClusterPolicyReading.Valid(ClusterPolicy valid) -> policies.add(valid);
          case ClusterPolicyReading.Invalid(List<Diagnostic> reasons) -> problems.addAll(reasons);
        }
      }
    }
    policies.sort(ClusterPolicy.ORDER);
    return policies;
  }

  private static List<Entrance> entrances(
      Map<ObjectName, ManifestObject> objects, List<ServiceEntry> services) {
    ServiceAliases aliases = new ServiceAliases(services);
    List<Entrance> entrances = new ArrayList<>();
    objects.forEach(
        (name, each) ->
            EntranceReader.read(each, name).map(aliases::followed).ifPresent(entrances::add));
    entrances.sort(
        Comparator.comparing(Entrance::namespace)
            .thenComparing(Entrance::name)
            .thenComparing(Entrance::kind));
    return entrances;
  }

  private static Map<String, Namespace> namespaces(
      Map<ObjectName, ManifestObject> objects,
      List<Policy> policies,
      List<Instance> instances,
      List<ServiceEntry> services) {
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
    for (ServiceEntry service : services) {
      namespaces.computeIfAbsent(service.namespace(), Namespace::undeclared);
    }
    return namespaces;
  }
}
