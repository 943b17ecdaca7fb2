package dev.zonec.flows.attribution;

import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.AddressSighting;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes ends of flows to workloads: by the names and labels that a log shows, or else by the
 * addresses that objects show.
 */
public final class Attribution {
  private static final int REMEMBERED = 100_000;
  private static final int REMEMBERED_PODS = 20_000;

  /** The length of all texts of a pod above which it is not remembered. */
  private static final int LONGEST_REMEMBERED = 4_000;

  /** The length of a name in reports; a namespace and a pod need no more. */
  private static final int LONGEST_NAME = 320;

  /** Labels that controllers add, with another value for each revision. */
  private static final Set<String> REVISION_LABELS =
      Set.of("pod-template-hash", "controller-revision-hash", "pod-template-generation");

  private static final List<Cidr> SPECIAL =
      List.of(
          Cidr.of("0.0.0.0/8"),
          Cidr.of("127.0.0.0/8"),
          Cidr.of("224.0.0.0/4"),
          Cidr.of("255.255.255.255/32"),
          Cidr.of("::/127"),
          Cidr.of("fe80::/10"),
          Cidr.of("ff00::/8"));

  private final Cluster cluster;
  private final Map<String, List<Workload>> byNamespace = new HashMap<>();
  private final Map<String, FlowEnd> byAddress = new HashMap<>();
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Map<String, Workload> workloads = new HashMap<>();
  private final RecentlyUsed<String, FlowEnd> addresses = new RecentlyUsed<>(REMEMBERED);
  private final RecentlyUsed<NamedPod, FlowEnd> pods = new RecentlyUsed<>(REMEMBERED_PODS);
  private final Set<Requirement> asked;

  /** A pod as a log names it. */
  private record NamedPod(String namespace, String pod, String controller, List<String> labels) {
    private boolean isLong() {
      int length = namespace.length() + pod.length() + controller.length();
      for (int i = 0; i < labels.size(); i++) {
        length += labels.get(i).length();
      }
      return length > LONGEST_REMEMBERED;
    }

    /** The labels of a pod are nearly always the same. */
    @Override
    public int hashCode() {
      return 31 * (31 * namespace.hashCode() + pod.hashCode()) + labels.size();
    }
  }

  /**
   * @param world the objects of the manifests
   * @param cluster the address ranges of the cluster
   * @param selectors the selectors of the program, which matter beside those of the policies
   */
  public Attribution(World world, Cluster cluster, Collection<Selector> selectors) {
    this.cluster = cluster;
    this.asked = requirements(world, selectors);
    for (Workload workload : world.workloads()) {
      byNamespace.computeIfAbsent(workload.namespace(), n -> new ArrayList<>()).add(workload);
      FlowEnd end = end(workload);
      workloads.put(end.name(), workload);
      endpoints.put(end.name(), workload.pod());
      if (!workload.pod().hostNetwork()) {
        for (IpAddress address : workload.pod().addresses()) {
          byAddress.merge(
              address.toString(),
              end,
              (one, other) ->
                  one.equals(other) ? one : unknown(address.toString(), Doubt.SHARED_ADDRESS));
        }
      }
    }
    for (AddressSighting sighting : world.sightings()) {
      if (sighting.of() == AddressSighting.Of.SERVICE
          && sighting.shown() == AddressSighting.Shown.OWN) {
        String address = sighting.block().address().toString();
        String name = sighting.owner().replace("`", "");
        byAddress.put(
            address, new FlowEnd(FlowEnd.Kind.SERVICE, name, address, Doubt.SERVICE_ADDRESS));
      }
    }
    for (Endpoint.Node node : world.nodes()) {
      for (IpAddress address : node.addresses()) {
        byAddress.put(address.toString(), node(node.toString(), address.toString()));
      }
    }
  }

  private static Set<Requirement> requirements(World world, Collection<Selector> selectors) {
    Set<Requirement> all = new LinkedHashSet<>();
    selectors.forEach(selector -> all.addAll(selector.requirements()));
    for (Ends ends : PolicySet.of(world.policies(), world.clusterPolicies()).ends()) {
      if (ends instanceof Ends.Pods pods) {
        all.addAll(pods.pods().requirements());
      }
    }
    return all;
  }

  /** Returns the end of flows that a workload is. */
  public static FlowEnd end(Workload workload) {
    return new FlowEnd(
        FlowEnd.Kind.WORKLOAD,
        workload.label(),
        "",
        workload.pod().hostNetwork() ? Doubt.NODE_NETWORK : Doubt.NONE);
  }

  /** Attributes an end. */
  public FlowEnd of(ObservedEnd end) {
    return switch (end.kind()) {
      case POD -> {
        NamedPod pod = new NamedPod(end.namespace(), end.pod(), end.controller(), end.labels());
        yield pod.isLong() ? named(pod) : pods.get(pod, this::named);
      }
      case ADDRESS -> at(end.address());
      case HOST -> {
        @Nullable FlowEnd known = byAddress.get(end.address());
        yield known != null && known.kind() == FlowEnd.Kind.NODE
            ? known
            : IpAddress.parse(end.address()).isEmpty()
                ? node("a node", "")
                : node("node " + end.address(), end.address());
      }
      case OUTSIDE -> {
        if (end.address().isEmpty()) {
          yield new FlowEnd(FlowEnd.Kind.OUTSIDE, "outside", "", Doubt.NO_ADDRESS);
        }
        yield at(end.address());
      }
      case PRIVATE -> unknown("a private network", Doubt.NO_ADDRESS);
      case PLUGIN -> unknown("the network plugin", Doubt.PLUGIN_END);
    };
  }

  /** Returns the end in the words of the semantics; empty if the end is doubtful. */
  public Optional<Endpoint> endpoint(FlowEnd end) {
    if (end.doubt() != Doubt.NONE) {
      return Optional.empty();
    }
    return end.kind() == FlowEnd.Kind.OUTSIDE
        ? IpAddress.parse(end.address()).map(Endpoint.External::new)
        : Optional.ofNullable(endpoints.get(end.name()));
  }

  /** Returns the workload that an end is. */
  public Optional<Workload> workload(FlowEnd end) {
    return Optional.ofNullable(workloads.get(end.name()));
  }

  private FlowEnd at(String address) {
    return address.length() > LONGEST_NAME
        ? addressed(address)
        : addresses.get(address, this::addressed);
  }

  private FlowEnd named(NamedPod pod) {
    List<Workload> fitting = new ArrayList<>();
    List<Workload> known = byNamespace.getOrDefault(pod.namespace(), List.of());
    for (Workload workload : known) {
      if (workload.pods().contains(pod.pod())) {
        fitting.add(workload);
      }
    }
    if (fitting.isEmpty()) {
      for (Workload workload : known) {
        if (pod.controller().equals(workload.whole())
            || PodNameForms.fits(workload.kind(), workload.whole(), pod.pod())) {
          fitting.add(workload);
        }
      }
    }
    Map<String, String> labels = labels(pod.labels());
    if (fitting.size() > 1 && !labels.isEmpty()) {
      fitting.removeIf(workload -> differ(workload, labels));
    }
    if (fitting.isEmpty()) {
      for (Workload workload : known) {
        if (!labels.isEmpty() && lasting(workload.pod().labels()).equals(labels)) {
          fitting.add(workload);
        }
      }
    }
    String name = cut(pod.namespace() + "/" + pod.pod());
    return switch (fitting.size()) {
      case 0 -> new FlowEnd(FlowEnd.Kind.POD, name + " (Pod)", "", Doubt.UNKNOWN_POD);
      case 1 -> {
        FlowEnd end = end(fitting.getFirst());
        yield differ(fitting.getFirst(), labels) || areSelectedApart(fitting.getFirst(), labels)
            ? new FlowEnd(FlowEnd.Kind.WORKLOAD, end.name(), "", Doubt.OTHER_LABELS)
            : end;
      }
      default -> new FlowEnd(FlowEnd.Kind.POD, name + " (Pod)", "", Doubt.AMBIGUOUS_NAME);
    };
  }

  /** Whether a label has another value than in the manifests. */
  private static boolean differ(Workload workload, Map<String, String> labels) {
    return lasting(workload.pod().labels()).entrySet().stream()
        .anyMatch(
            label ->
                labels.containsKey(label.getKey())
                    && !label.getValue().equals(labels.get(label.getKey())));
  }

  /**
   * Whether a selector of a policy or of the program tells the pod from its workload, because it
   * has labels that the workload lacks.
   */
  private boolean areSelectedApart(Workload workload, Map<String, String> labels) {
    Map<String, String> own = workload.pod().labels();
    if (own.keySet().containsAll(labels.keySet())) {
      return false;
    }
    Map<String, String> both = new TreeMap<>(labels);
    both.putAll(own);
    return asked.stream().anyMatch(each -> each.matches(own) != each.matches(both));
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static Map<String, String> lasting(Map<String, String> labels) {
    Map<String, String> lasting = new TreeMap<>(labels);
    lasting.keySet().removeAll(REVISION_LABELS);
    return lasting;
  }

  private static Map<String, String> labels(List<String> written) {
    Map<String, String> labels = new TreeMap<>();
    for (String each : written) {
      // Cilium writes the source of a label before it, and adds labels of its own.
      boolean ofCilium = each.startsWith("k8s:io.");
      String label = each.startsWith("k8s:") ? each.substring(4) : each;
      int equals = label.indexOf('=');
      if (equals > 0 && !ofCilium) {
        labels.put(label.substring(0, equals), label.substring(equals + 1));
      }
    }
    return lasting(labels);
  }

  private FlowEnd addressed(String written) {
    Optional<IpAddress> parsed = IpAddress.parse(written);
    if (parsed.isEmpty()) {
      return unknown(written.isEmpty() ? "an unnamed end" : cut(written), Doubt.NO_ADDRESS);
    }
    IpAddress address = parsed.get();
    @Nullable FlowEnd known = byAddress.get(address.toString());
    if (known != null) {
      return known;
    }
    String name = address.toString();
    if (SPECIAL.stream().anyMatch(block -> block.contains(address))) {
      return unknown(name, Doubt.SPECIAL_ADDRESS);
    }
    if (cluster.podAddresses(address.family()).contains(address)) {
      return unknown(name, Doubt.UNKNOWN_ADDRESS);
    }
    if (cluster.services().stream().anyMatch(block -> block.contains(address))) {
      return new FlowEnd(FlowEnd.Kind.SERVICE, name, name, Doubt.SERVICE_ADDRESS);
    }
    if (cluster.nodeAddresses(address.family()).contains(address)) {
      return cluster.nodes().isEmpty()
          ? unknown(name, Doubt.UNKNOWN_ADDRESS)
          : node("node " + name, name);
    }
    return new FlowEnd(FlowEnd.Kind.OUTSIDE, name, name, Doubt.NONE);
  }

  private static FlowEnd node(String name, String address) {
    return new FlowEnd(FlowEnd.Kind.NODE, name, address, Doubt.NODE_NETWORK);
  }

  private static FlowEnd unknown(String name, Doubt doubt) {
    return new FlowEnd(
        FlowEnd.Kind.UNKNOWN, name, IpAddress.parse(name).isPresent() ? name : "", doubt);
  }
}
