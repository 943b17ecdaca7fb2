package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.mention.Mentions;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Lists the ends of connections: pods of the workloads, and addresses outside the cluster. Of ends
 * that nothing can tell apart, the first one is listed.
 */
final class ListedEnds {
  private final CheckedRun run;
  private final Mentions mentions;
  private final AddressKinds kinds;

  ListedEnds(CheckedRun run, Mentions mentions) {
    this.run = run;
    this.mentions = mentions;
    this.kinds = new AddressKinds(run);
  }

  /** What policies and the program can tell about a pod. */
  private record Kind(
      String namespace,
      Map<String, String> labels,
      List<NamedPort> ports,
      List<BitSet> addresses) {}

  /** Returns the ends, pods first. */
  List<Endpoint> all() {
    Map<Kind, Endpoint.Pod> pods = new LinkedHashMap<>();
    for (Workload workload : run.world().workloads()) {
      if (isListed(workload.pod())) {
        for (Endpoint.Pod pod : withAddresses(workload.pod())) {
          pods.putIfAbsent(kind(pod), pod);
        }
      }
    }
    List<Endpoint> ends = new ArrayList<>(pods.values());
    for (Family family : Family.values()) {
      kinds.oneOfEach(run.program().cluster().externalAddresses(family)).stream()
          .map(Endpoint.External::new)
          .forEach(ends::add);
    }
    ends.removeIf(this::isExcluded);
    return List.copyOf(ends);
  }

  private boolean isListed(Endpoint.Pod pod) {
    return !pod.hostNetwork()
        || Knob.HOST_NETWORK.permissive().equals(run.may().settled().get(Knob.HOST_NETWORK));
  }

  private boolean isExcluded(Endpoint end) {
    return run.disjoint().stream()
            .anyMatch(pair -> pair.first().contains(end) && pair.second().contains(end))
        || run.excluded().stream().anyMatch(party -> party.contains(end));
  }

  /** Returns the pod at addresses of each kind that it can have, in both families. */
  private List<Endpoint.Pod> withAddresses(Endpoint.Pod pod) {
    List<IpAddress> v4 = addresses(pod, Family.IPV4);
    List<IpAddress> v6 = addresses(pod, Family.IPV6);
    List<Endpoint.Pod> all = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.max(v4.size(), v6.size())); i++) {
      List<IpAddress> addresses = new ArrayList<>();
      for (List<IpAddress> some : List.of(v4, v6)) {
        if (!some.isEmpty()) {
          addresses.add(some.get(Math.min(i, some.size() - 1)));
        }
      }
      all.add(
          new Endpoint.Pod(
              known(pod.namespace()),
              pod.name(),
              pod.labels(),
              pod.namedPorts().stream()
                  .map(port -> new NamedPort(port.name(), port.protocol(), port.port(), false))
                  .distinct()
                  .toList(),
              false,
              "",
              addresses));
    }
    return all;
  }

  private static Namespace known(Namespace namespace) {
    return Namespace.declared(namespace.name(), namespace.labels());
  }

  private List<IpAddress> addresses(Endpoint.Pod pod, Family family) {
    List<IpAddress> known =
        pod.addresses().stream().filter(address -> address.family() == family).toList();
    AddressSet possible = run.program().cluster().podAddresses(family);
    return known.isEmpty() ? kinds.oneOfEach(possible) : kinds.oneOfEach(known);
  }

  private Kind kind(Endpoint.Pod pod) {
    Map<String, String> labels = new TreeMap<>();
    mentions
        .podLabels()
        .forEach(
            (key, values) -> {
              if (pod.labels().containsKey(key)) {
                labels.put(key, value(pod.labels().get(key), values));
              }
            });
    return new Kind(
        pod.namespace().name(),
        labels,
        pod.namedPorts(),
        pod.addresses().stream().map(kinds::kind).toList());
  }

  private static String value(String value, SortedSet<String> mentioned) {
    return mentioned.contains(value) ? value : MentionedValues.unlike(mentioned, "other");
  }
}
