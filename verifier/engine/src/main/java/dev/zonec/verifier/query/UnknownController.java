package dev.zonec.verifier.query;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pods that represent the pods of an ingress controller. No manifest says which pods these are.
 * They are assumed to be pods with any labels, in a namespace in which the manifests declare no
 * workload.
 *
 * <p>A few representatives suffice for NetworkPolicies, because these only add permissions. For
 * each peer, a pod with the fewest labels that match the peer shows what the peer admits. A pod
 * without labels, and pods that violate a single {@code NotIn} or {@code DoesNotExist} requirement,
 * show what is not admitted from every pod. Other policies can also deny, so it can matter that a
 * pod matches several rules at once, such as to be excepted by one and accepted by another. With
 * such policies, the representatives also have the union of the labels of several peers. Invariant:
 * the sets of labels are closed under the union of two sets that agree, as long as there are at
 * most {@link #MOST_PODS} representatives; an answer can miss a pod beyond these.
 */
final class UnknownController {
  /** A namespace that no manifest mentions, with a name that no selector can match. */
  private static final Namespace ELSEWHERE = Namespace.undeclared("(elsewhere)");

  /** The most representatives to which unions of labels are added. */
  private static final int MOST_PODS = 4096;

  private final Set<Namespace> namespaces = new LinkedHashSet<>();
  private final Set<Map<String, String>> labels = new LinkedHashSet<>();

  private UnknownController(World world) {
    Set<String> occupied = new TreeSet<>();
    world.workloads().forEach(workload -> occupied.add(workload.pod().namespace().name()));
    Map<String, Namespace> free = new TreeMap<>();
    for (Namespace namespace : world.namespaces()) {
      free.put(namespace.name(), namespace);
    }
    labels.add(Map.of());
    world
        .rules()
        .chains()
        .filter(chain -> chain.direction() == Direction.INGRESS)
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.peers().stream())
        .forEach(
            peer -> {
              if (peer instanceof Ends.Pods(NamespaceSet in, Selector pods, var site)) {
                addLabels(pods);
                if (in instanceof NamespaceSet.Matching(Selector selector)) {
                  addNamespaces(selector, free);
                }
              }
            });
    free.keySet().removeAll(occupied);
    namespaces.add(ELSEWHERE);
    namespaces.addAll(free.values());
    if (!world.rules().tiers().stream().allMatch(RuleTier::isolates)) {
      addUnions();
    }
  }

  /** Returns the representatives. */
  static List<Endpoint.Pod> pods(World world) {
    UnknownController unknown = new UnknownController(world);
    List<Endpoint.Pod> pods = new ArrayList<>();
    for (Namespace namespace : unknown.namespaces) {
      for (Map<String, String> labels : unknown.labels) {
        String name = "(controller " + pods.size() + ")";
        pods.add(new Endpoint.Pod(namespace, name, labels, List.of(), false, "", List.of()));
      }
    }
    return pods;
  }

  /** Adds the namespaces that {@code selector} names. */
  private static void addNamespaces(Selector selector, Map<String, Namespace> namespaces) {
    for (Requirement requirement : selector.requirements()) {
      if (requirement.key().equals(Namespace.NAME_LABEL)
          && requirement instanceof Requirement.In in) {
        in.values().forEach(name -> namespaces.putIfAbsent(name, Namespace.undeclared(name)));
      }
    }
  }

  private void addUnions() {
    List<Map<String, String>> all = new ArrayList<>(labels);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i && labels.size() * namespaces.size() < MOST_PODS; j++) {
        Map<String, String> union = new TreeMap<>(all.get(i));
        union.putAll(all.get(j));
        boolean agree = union.entrySet().containsAll(all.get(i).entrySet());
        if (agree && labels.add(Map.copyOf(union))) {
          all.add(Map.copyOf(union));
        }
      }
    }
  }

  private void addLabels(Selector selector) {
    Map<String, String> fewest = new LinkedHashMap<>();
    for (Requirement requirement : selector.requirements()) {
      switch (requirement) {
        case Requirement.In in ->
            in.values().stream()
                .filter(
                    value ->
                        selector.requirements().stream()
                            .filter(other -> other.key().equals(in.key()))
                            .allMatch(other -> other.matches(Map.of(in.key(), value))))
                .findFirst()
                .ifPresent(value -> fewest.put(in.key(), value));
        case Requirement.Exists exists -> fewest.putIfAbsent(exists.key(), "x");
        case Requirement.NotIn notIn -> labels.add(Map.of(notIn.key(), notIn.values().getFirst()));
        case Requirement.DoesNotExist absent -> labels.add(Map.of(absent.key(), "x"));
      }
    }
    if (selector.matches(fewest)) {
      labels.add(Map.copyOf(fewest));
    }
  }
}
