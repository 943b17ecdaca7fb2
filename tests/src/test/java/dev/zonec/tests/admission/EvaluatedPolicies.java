package dev.zonec.tests.admission;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.zonec.compiler.admission.AdmissionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates admission policies with an implementation of CEL, as an API server does: a policy whose
 * rules match is asked, its variables are computed in order, and each validation must be true.
 */
final class EvaluatedPolicies {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("object", SimpleType.DYN)
          .addVar("oldObject", SimpleType.DYN)
          .addVar("request", SimpleType.DYN)
          .addVar("variables", SimpleType.DYN)
          .build();

  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  private final List<AdmissionPolicy> policies;

  EvaluatedPolicies(List<AdmissionPolicy> policies) {
    this.policies = policies;
  }

  /**
   * A request.
   *
   * @param resource such as {@code apps/deployments} or {@code /pods/status}
   * @param object the object after the request
   * @param oldObject the object before; empty if it is created
   */
  record Request(
      String user,
      List<String> groups,
      String operation,
      String resource,
      String namespace,
      Map<String, Object> object,
      Map<String, Object> oldObject) {
    String group() {
      return resource.substring(0, resource.indexOf('/'));
    }

    String kind() {
      return resource.substring(resource.indexOf('/') + 1);
    }

    Map<String, Object> asMap() {
      String[] parts = kind().split("/", -1);
      return Map.of(
          "operation",
          operation,
          "namespace",
          namespace,
          "resource",
          Map.of("group", group(), "version", "v1", "resource", parts[0]),
          "subResource",
          parts.length > 1 ? parts[1] : "",
          "userInfo",
          Map.of("username", user, "groups", groups));
    }
  }

  /** Returns the messages of all validations that refuse the request; none if it is admitted. */
  List<String> refusals(Request request) {
    List<String> messages = new ArrayList<>();
    for (AdmissionPolicy policy : policies) {
      if (matches(policy, request)) {
        refuse(policy, request, messages);
      }
    }
    return messages;
  }

  @SuppressWarnings("unchecked")
  private static boolean matches(AdmissionPolicy policy, Request request) {
    Map<String, Object> constraints = (Map<String, Object>) policy.spec().get("matchConstraints");
    for (Map<String, Object> rule : (List<Map<String, Object>>) constraints.get("resourceRules")) {
      if (((List<String>) rule.get("apiGroups")).contains(request.group())
          && ((List<String>) rule.get("operations")).contains(request.operation())
          && ((List<String>) rule.get("resources")).contains(request.kind())) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private static void refuse(AdmissionPolicy policy, Request request, List<String> messages) {
    Map<String, Object> given = new HashMap<>();
    given.put("object", request.object());
    given.put(
        "oldObject",
        request.operation().equals("CREATE") ? NullValue.NULL_VALUE : request.oldObject());
    given.put("request", request.asMap());
    Map<String, Object> variables = new LinkedHashMap<>();
    given.put("variables", variables);
    for (Map<String, Object> each : (List<Map<String, Object>>) policy.spec().get("variables")) {
      variables.put((String) each.get("name"), evaluate((String) each.get("expression"), given));
    }
    for (Map<String, Object> each : (List<Map<String, Object>>) policy.spec().get("validations")) {
      if (!evaluate((String) each.get("expression"), given).equals(true)) {
        messages.add((String) each.get("message"));
      }
    }
  }

  private static Object evaluate(String expression, Map<String, Object> given) {
    try {
      return RUNTIME.createProgram(COMPILER.compile(expression).getAst()).eval(given);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new AssertionError(expression, e);
    }
  }
}
