package dev.zonec.compiler.admission;

import dev.zonec.compiler.admission.AdmissionPolicy.Validation;
import java.util.List;

/** The policy of a label that nobody changes or removes once a pod or namespace has it. */
final class FixedLabel {
  private FixedLabel() {}

  static AdmissionPolicy of(String module, String key) {
    return AdmissionPolicy.of(
        AdmissionPolicy.name(module, "label", key),
        new AdmissionPolicy.Enforces.Label(key),
        WatchedObjects.itself(),
        WatchedObjects.labels(),
        List.of(
            new Validation(
                "!("
                    + Cel.quoted(key)
                    + " in variables.before) || "
                    + Cel.same("variables.before", "variables.after", key),
                "label " + key + " cannot be changed or removed (module " + module + ")")));
  }
}
