package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The labels that policies tell apart. Every label of a pod that they do not mention, and every
 * value that they do not mention, makes no difference to them.
 *
 * @param values the values of each key: those that policies mention, and one that they do not
 */
record LabelChoices(SortedMap<String, SortedSet<String>> values) {
  /** Returns the choices for the policies of {@code world}, without the label of quarantines. */
  static LabelChoices of(World world) {
    SortedMap<String, SortedSet<String>> values = LabelEscape.valuesToTry(selectors(world));
    values.remove(Quarantine.LABEL);
    return new LabelChoices(values);
  }

  private static List<Selector> selectors(World world) {
    List<Selector> selectors = new ArrayList<>();
    for (Policy policy : world.policies()) {
      selectors.add(policy.subject());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).stream()
            .flatMap(rule -> rule.peers().stream())
            .filter(Peer.Pods.class::isInstance)
            .forEach(peer -> selectors.add(((Peer.Pods) peer).pods()));
      }
    }
    for (ClusterPolicy policy : world.clusterPolicies()) {
      selectors.add(policy.subject().pods());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).stream()
            .flatMap(rule -> rule.peers().stream())
            .filter(ClusterPeer.Pods.class::isInstance)
            .forEach(peer -> selectors.add(((ClusterPeer.Pods) peer).pods()));
      }
    }
    return selectors;
  }

  /** Returns the number of combinations, as far as an {@code int} goes. */
  int count() {
    long count = 1;
    for (SortedSet<String> known : values.values()) {
      count = Math.min(Integer.MAX_VALUE, count * (known.size() + 1));
    }
    return (int) count;
  }

  /**
   * Returns all combinations, each with labels that the pod has in any case.
   *
   * @param fixed these labels
   */
  List<SortedMap<String, String>> all(SortedMap<String, String> fixed) {
    List<SortedMap<String, String>> all = List.of(fixed);
    for (var each : values.entrySet()) {
      List<SortedMap<String, String>> more = new ArrayList<>(all);
      for (SortedMap<String, String> labels : all) {
        for (String value : each.getValue()) {
          SortedMap<String, String> extended = new TreeMap<>(labels);
          extended.put(each.getKey(), value);
          more.add(extended);
        }
      }
      all = more;
    }
    return all;
  }
}
