package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the label changes after which a connection is allowed. They contain no change that the
 * connection does not need.
 *
 * @param vocabulary the vocabulary
 * @param settable the labels that can be set
 */
record WornLabels(Vocabulary vocabulary, SettableLabels settable) {
  /**
   * Returns changes of {@code endpoint} to labels in {@code worn} for which {@code isAllowed} is
   * true. The result is not allowed if {@code worn} is wrong.
   */
  LabelChanges of(Endpoint endpoint, Box worn, Predicate<LabelChanges> isAllowed) {
    return worn instanceof Box.Pods pods
        ? changes(endpoint, pods.podLabels(), isAllowed)
        : LabelChanges.NONE;
  }

  /** Does the same for one value of each key. */
  LabelChanges of(Endpoint endpoint, List<Integer> worn, Predicate<LabelChanges> isAllowed) {
    return changes(endpoint, LabelSets.one(vocabulary.podKeys(), worn), isAllowed);
  }

  private LabelChanges changes(
      Endpoint endpoint, LabelSets worn, Predicate<LabelChanges> isAllowed) {
    if (settable.isNone()
        || !(endpoint instanceof Endpoint.Pod pod)
        || isAllowed.test(LabelChanges.NONE)) {
      return LabelChanges.NONE;
    }
    LabelChanges changes = LabelChanges.NONE;
    LabelSets own = DeclaredPod.of(pod, vocabulary).labels();
    for (int at : worn.restricted().toArray()) {
      LabelKey key = vocabulary.podKeys().get(at);
      if (settable.contains(key) && !worn.get(at).containsAll(own.get(at))) {
        changes = changes.with(key.key(), text(key, worn.get(at).first()));
      }
    }
    for (String key : changes.changes().keySet()) {
      LabelChanges fewer = changes.without(key);
      if (isAllowed.test(fewer)) {
        changes = fewer;
      }
    }
    return changes;
  }

  private static Optional<String> text(LabelKey key, int value) {
    return value == LabelKey.ABSENT ? Optional.empty() : Optional.of(key.text(value));
  }
}
