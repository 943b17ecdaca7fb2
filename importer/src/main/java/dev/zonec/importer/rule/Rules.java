package dev.zonec.importer.rule;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.model.endpoint.Namespace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that some policies say.
 *
 * @param subjects who is isolated, with the policies that do it
 * @param rules who is admitted
 * @param inexpressible rules that the language has no words for, each an error
 * @param ineffective rules and policies that can admit nothing or select nobody, each a warning
 * @param declared the namespaces whose labels are known
 */
public record Rules(
    Map<PodCube, List<Policy>> subjects,
    List<SidedRule> rules,
    List<Diagnostic> inexpressible,
    List<Diagnostic> ineffective,
    List<Namespace> declared) {
  /** Copies the collections. */
  public Rules {
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    rules = List.copyOf(rules);
    inexpressible = List.copyOf(inexpressible);
    ineffective = List.copyOf(ineffective);
    declared = List.copyOf(declared);
  }
}
