package dev.zonec.verifier.reach;

import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.SettableLabels;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps whose sources can set labels before they connect: the sources of a step become all pods
 * that can wear the labels of one of its sources.
 *
 * @param space the space of the boxes
 * @param settable the labels that can be set
 */
public record WornSteps(BoxSpace space, SettableLabels settable) {
  /**
   * Returns the steps of {@code relation} with all sources that can wear the labels.
   *
   * @param impossible sets of labels that no pod can wear
   */
  public Relation of(Relation relation, List<Box> impossible) {
    if (settable.isNone()) {
      return relation;
    }
    List<Step> steps = new ArrayList<>();
    for (Step step : relation.steps()) {
      for (Box worn : space.minus(List.of(step.source()), impossible)) {
        steps.add(step.wornBy(canWear(worn), worn));
      }
    }
    return new Relation(steps, relation.exact());
  }

  private Box canWear(Box worn) {
    if (!(worn instanceof Box.Pods pods)) {
      return worn;
    }
    LabelSets labels = pods.podLabels();
    List<LabelKey> keys = space.vocabulary().podKeys();
    for (int key : pods.podLabels().restricted().toArray()) {
      labels = labels.with(key, settable.canWear(keys.get(key), labels.get(key)));
    }
    return new Box.Pods(pods.namespaces(), pods.namespaceLabels(), labels, pods.v4(), pods.v6());
  }
}
