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
 * The content of some policies.
 *
 * @param subjects the isolated pods, with the policies that isolate them
 * @param rules the rules that admit connections
 * @param inexpressible an error for each rule that the language cannot express
 * @param ineffective a warning for each rule or policy that admits or selects nothing
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
