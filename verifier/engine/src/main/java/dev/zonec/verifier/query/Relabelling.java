package dev.zonec.verifier.query;

import dev.zonec.model.label.LabelChanges;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a compromised end gains if an attacker can change labels of pods.
 *
 * @param namespaces the namespaces whose pods can have other labels, sorted
 * @param gains the ends and ports that are reached only with changed labels, nearest first. One end
 *     has several entries if its ports need different labels
 * @param complete whether these are all gains; otherwise there were too many combinations of labels
 */
public record Relabelling(List<String> namespaces, List<Gain> gains, boolean complete) {
  /** Copies the lists. */
  public Relabelling {
    namespaces = List.copyOf(namespaces);
    gains = List.copyOf(gains);
  }

  /**
   * Ports of an end that are reached only with changed labels.
   *
   * @param end the end
   * @param path a shortest path. The ports of its last hop are the gained ones
   */
  public record Gain(AnswerEnd end, List<Hop> path) {
    /** Copies the path. */
    public Gain {
      path = List.copyOf(path);
    }

    /** Returns the last hop. */
    public Hop last() {
      return path.getLast();
    }
  }

  /**
   * A hop of a path whose ends may have changed labels.
   *
   * @param hop the hop; its decision is about pods with the changed labels
   * @param from the changes at the source
   * @param to the changes at the destination
   */
  public record Hop(Answer.Hop hop, LabelChanges from, LabelChanges to) {}

  /** Returns the keys of all labels that the paths change, sorted. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Gain gain : gains) {
      for (Hop hop : gain.path()) {
        keys.addAll(hop.from().changes().keySet());
        keys.addAll(hop.to().changes().keySet());
      }
    }
    return keys;
  }
}
