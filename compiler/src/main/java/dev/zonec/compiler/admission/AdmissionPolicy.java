package dev.zonec.compiler.admission;

import dev.zonec.model.program.Disjointness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A ValidatingAdmissionPolicy with its binding, which has the same name.
 *
 * @param name the name
 * @param enforces what the policy enforces
 * @param spec the {@code spec} of the policy, with the defaults of the API server
 */
public record AdmissionPolicy(String name, Enforces enforces, Map<String, Object> spec) {
  /** What a policy enforces. */
  public sealed interface Enforces {
    /** The declared level of trust of a label. */
    record Label(String key) implements Enforces {}

    /** No pod has the labels of both zones of a pair. */
    record Apart(List<Disjointness.Pair> pairs) implements Enforces {
      /** Copies the pairs. */
      public Apart {
        pairs = List.copyOf(pairs);
      }
    }
  }

  /** Returns the {@code spec} of the binding: every violation of the policy is denied. */
  public Map<String, Object> binding() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("policyName", name);
    spec.put("validationActions", List.of("Deny"));
    return spec;
  }

  /**
   * Creates a policy.
   *
   * @param rules the resources, as rules of {@code matchConstraints}
   * @param variables the variables, by name, in order
   * @param validations the expressions that must be true, with their messages
   */
  static AdmissionPolicy of(
      String name,
      Enforces enforces,
      List<Map<String, Object>> rules,
      Map<String, String> variables,
      List<Validation> validations) {
    Map<String, Object> match = new TreeMap<>();
    match.put("matchPolicy", "Equivalent");
    // Two objects, because YAML would write one object with an alias.
    match.put("namespaceSelector", new TreeMap<>());
    match.put("objectSelector", new TreeMap<>());
    match.put("resourceRules", rules);
    Map<String, Object> spec = new TreeMap<>();
    spec.put("failurePolicy", "Fail");
    spec.put("matchConstraints", match);
    spec.put(
        "variables",
        variables.entrySet().stream()
            .map(each -> ordered("name", each.getKey(), "expression", each.getValue()))
            .toList());
    spec.put(
        "validations",
        validations.stream()
            .map(
                each -> {
                  Map<String, Object> validation =
                      ordered("expression", each.expression(), "message", each.message());
                  validation.put("reason", "Forbidden");
                  return validation;
                })
            .toList());
    return new AdmissionPolicy(name, enforces, spec);
  }

  /**
   * A validation.
   *
   * @param expression a CEL expression that is true of requests that are admitted
   * @param message the message of a refusal
   */
  record Validation(String expression, String message) {}

  /** Returns a rule about requests that match. */
  static Map<String, Object> rule(String group, List<String> operations, List<String> resources) {
    Map<String, Object> rule = new TreeMap<>();
    rule.put("apiGroups", List.of(group));
    rule.put("apiVersions", List.of("v1"));
    rule.put("operations", operations);
    rule.put("resources", resources);
    rule.put("scope", "*");
    return rule;
  }

  /**
   * Returns the name of a policy of {@code module}. Words that differ only in characters that a
   * name cannot have get different names.
   */
  static String name(String module, String kind, String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String base = module.replace('.', '-').replace('_', '-').toLowerCase(Locale.ROOT);
    return base
        + "-"
        + kind
        + (word.isEmpty() ? "" : "-" + plain)
        + (plain.equals(word) ? "" : "-" + Integer.toHexString(word.hashCode()));
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, firstValue);
    map.put(second, secondValue);
    return map;
  }
}
