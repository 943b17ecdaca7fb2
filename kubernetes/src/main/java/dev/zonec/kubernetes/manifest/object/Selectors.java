package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;

/** Label selectors. */
final class Selectors {
  private Selectors() {}

  static LabelSelector of(CheckedFields fields) {
    LabelSelector selector = new LabelSelector();
    selector.setAdditionalProperties(CheckedFields.NO_OTHERS);
    selector.setMatchLabels(fields.texts("matchLabels"));
    selector.setMatchExpressions(fields.list("matchExpressions", Selectors::requirement));
    return selector;
  }

  private static LabelSelectorRequirement requirement(CheckedFields fields) {
    LabelSelectorRequirement requirement = new LabelSelectorRequirement();
    requirement.setAdditionalProperties(CheckedFields.NO_OTHERS);
    requirement.setKey(fields.text("key"));
    requirement.setOperator(fields.text("operator"));
    requirement.setValues(fields.textList("values"));
    return requirement;
  }
}
