package dev.zonec.compiler.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The objects whose labels become labels of pods and namespaces, and the variables {@code before}
 * and {@code after} with these labels.
 */
final class WatchedObjects {
  private static final List<String> BOTH = List.of("CREATE", "UPDATE");

  private WatchedObjects() {}

  /**
   * Returns rules for pods and namespaces. Subresources are included through which labels of a pod
   * can change.
   */
  static List<Map<String, Object>> itself() {
    return List.of(AdmissionPolicy.rule("", BOTH, core(List.of())));
  }

  /** Returns rules for pods only. */
  static List<Map<String, Object>> pods() {
    return List.of(AdmissionPolicy.rule("", BOTH, pod()));
  }

  /** Returns rules for pods, namespaces, and the objects whose templates controllers follow. */
  static List<Map<String, Object>> withTemplates() {
    return List.of(
        AdmissionPolicy.rule("", BOTH, core(List.of("replicationcontrollers"))),
        AdmissionPolicy.rule(
            "apps", BOTH, List.of("daemonsets", "deployments", "replicasets", "statefulsets")),
        AdmissionPolicy.rule("apps", List.of("CREATE"), List.of("controllerrevisions")),
        AdmissionPolicy.rule("batch", BOTH, List.of("cronjobs", "jobs")));
  }

  private static List<String> pod() {
    return List.of("pods", "pods/ephemeralcontainers", "pods/resize", "pods/status");
  }

  private static List<String> core(List<String> more) {
    List<String> all =
        new ArrayList<>(List.of("namespaces", "namespaces/finalize", "namespaces/status"));
    all.addAll(pod());
    all.addAll(more);
    return all;
  }

  /** Returns the variables for rules {@linkplain #withTemplates with templates}. */
  static Map<String, String> labelsWithTemplates() {
    return variables(WatchedObjects::ofAny);
  }

  /** Returns the variables for rules about {@linkplain #itself the objects themselves}. */
  static Map<String, String> labels() {
    return variables(object -> Cel.labels(object + ".metadata"));
  }

  private static Map<String, String> variables(UnaryOperator<String> labels) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("before", "request.operation == \"CREATE\" ? {} : " + labels.apply("oldObject"));
    variables.put("after", labels.apply("object"));
    return variables;
  }

  private static String ofAny(String object) {
    return "(request.resource.resource == \"cronjobs\" ? "
        + ofTemplate(object + ".spec.jobTemplate.spec.template")
        + " : request.resource.resource in [\"namespaces\", \"pods\"] ? "
        + Cel.labels(object + ".metadata")
        + " : request.resource.resource == \"controllerrevisions\" ? {} : has("
        + object
        + ".spec.template) ? "
        + ofTemplate(object + ".spec.template")
        + " : {})";
  }

  private static String ofTemplate(String template) {
    return "(has(" + template + ".metadata) ? " + Cel.labels(template + ".metadata") + " : {})";
  }
}
