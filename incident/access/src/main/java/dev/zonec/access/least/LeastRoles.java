package dev.zonec.access.least;

import dev.zonec.diagnostics.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the roles of the jobs as manifests. */
public final class LeastRoles {
  /** The greatest width of a comment in columns. */
  private static final int WIDTH = 98;

  /** Whether only labels of a pod change. */
  private static final String PODS =
      "object.spec == oldObject.spec && object.metadata.?annotations.orValue({}) =="
          + " oldObject.metadata.?annotations.orValue({}) &&"
          + " object.metadata.?ownerReferences.orValue([]) =="
          + " oldObject.metadata.?ownerReferences.orValue([]) &&"
          + " object.metadata.?finalizers.orValue([]) =="
          + " oldObject.metadata.?finalizers.orValue([])";

  /** Whether neither labels nor taints of a node change, except the taint of a cordoned node. */
  private static final String NODES =
      "object.metadata.?labels.orValue({}) == oldObject.metadata.?labels.orValue({}) &&"
          + " object.metadata.?annotations.orValue({}) =="
          + " oldObject.metadata.?annotations.orValue({}) &&"
          + " object.spec.?taints.orValue([]).filter(t, t.key !="
          + " 'node.kubernetes.io/unschedulable') =="
          + " oldObject.spec.?taints.orValue([]).filter(t, t.key !="
          + " 'node.kubernetes.io/unschedulable')";

  /**
   * The manifests of a job.
   *
   * @param name the name of a file for them
   * @param text YAML
   */
  public record RoleFile(String name, String text) {}

  private final Optional<String> namespace;

  private LeastRoles(Optional<String> namespace) {
    this.namespace = namespace;
  }

  /**
   * Returns a file for each job.
   *
   * @param namespace the only namespace in which the roles give rights; empty for all namespaces.
   *     With one, they can read objects without a namespace, but not change them.
   */
  public static List<RoleFile> files(Optional<String> namespace) {
    LeastRoles roles = new LeastRoles(namespace);
    return Arrays.stream(Job.values())
        .map(job -> new RoleFile(job.role() + ".yaml", roles.text(job)))
        .toList();
  }

  private String text(Job job) {
    List<String> lines = new ArrayList<>();
    comment(job.description(), lines);
    comment(
        "The group "
            + group(job)
            + " has the role. Your identity provider says who is in this group, and can require a"
            + " second factor; RBAC cannot.",
        lines);
    if (job == Job.INCIDENT_OPERATOR) {
      comment(
          "RBAC cannot limit `patch pods` to labels: a user who may patch a pod may replace its"
              + " image, and run code with its service account. The admission policies below limit"
              + " this group to labels of pods, and to `unschedulable` of nodes. Delete none of"
              + " them.",
          lines);
    }
    if (namespace.isEmpty()) {
      role(job, "ClusterRole", "", job.rules(), lines);
      binding(job, "ClusterRoleBinding", "ClusterRole", "", lines);
    } else {
      List<JobRule> within = rules(job, JobRule.Scope.NAMESPACE);
      List<JobRule> around =
          rules(job, JobRule.Scope.CLUSTER).stream().filter(JobRule::reads).toList();
      role(job, "Role", namespace.get(), within, lines);
      binding(job, "RoleBinding", "Role", namespace.get(), lines);
      role(job, "ClusterRole", "", around, lines);
      binding(job, "ClusterRoleBinding", "ClusterRole", "", lines);
    }
    if (job == Job.INCIDENT_OPERATOR) {
      guard("pods", PODS, "operators of incidents change only labels of pods", lines);
      if (namespace.isEmpty()) {
        guard("nodes", NODES, "operators of incidents only cordon and uncordon nodes", lines);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<JobRule> rules(Job job, JobRule.Scope scope) {
    return job.rules().stream().filter(rule -> rule.scope() == scope).toList();
  }

  private static void comment(String text, List<String> lines) {
    Prose.lines(text, WIDTH).forEach(line -> lines.add("# " + line));
  }

  private static void head(String version, String kind, String name, List<String> lines) {
    if (lines.stream().anyMatch(line -> !line.startsWith("#"))) {
      lines.add("---");
    }
    lines.add("apiVersion: " + version);
    lines.add("kind: " + kind);
    lines.add("metadata:");
    lines.add("  name: " + name);
  }

  private static void role(
      Job job, String kind, String namespace, List<JobRule> rules, List<String> lines) {
    head("rbac.authorization.k8s.io/v1", kind, job.role(), lines);
    if (!namespace.isEmpty()) {
      lines.add("  namespace: " + namespace);
    }
    lines.add("rules:");
    for (JobRule rule : rules) {
      lines.add("- apiGroups: [\"" + rule.group() + "\"]");
      lines.add("  resources: [" + String.join(", ", rule.resources()) + "]");
      lines.add("  verbs: [" + String.join(", ", rule.verbs()) + "]");
    }
  }

  private static String group(Job job) {
    return "zonec:" + job.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void binding(
      Job job, String kind, String role, String namespace, List<String> lines) {
    head("rbac.authorization.k8s.io/v1", kind, job.role(), lines);
    if (!namespace.isEmpty()) {
      lines.add("  namespace: " + namespace);
    }
    lines.add("roleRef:");
    lines.add("  apiGroup: rbac.authorization.k8s.io");
    lines.add("  kind: " + role);
    lines.add("  name: " + job.role());
    lines.add("subjects:");
    lines.add("- apiGroup: rbac.authorization.k8s.io");
    lines.add("  kind: Group");
    lines.add("  name: " + group(job));
  }

  /** Adds an admission policy and its binding. */
  private static void guard(
      String resource, String expression, String message, List<String> lines) {
    String name = Job.INCIDENT_OPERATOR.role() + "-" + resource;
    head("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", name, lines);
    lines.add("spec:");
    lines.add("  failurePolicy: Fail");
    lines.add("  matchConstraints:");
    lines.add("    resourceRules:");
    lines.add("    - apiGroups: [\"\"]");
    lines.add("      apiVersions: [v1]");
    lines.add("      operations: [UPDATE]");
    lines.add("      resources: [" + resource + "]");
    lines.add("  matchConditions:");
    lines.add("  - name: operator");
    lines.add(
        "    expression: \"'" + group(Job.INCIDENT_OPERATOR) + "' in request.userInfo.groups\"");
    lines.add("  validations:");
    lines.add("  - expression: >-");
    Prose.lines(expression, WIDTH - 6).forEach(line -> lines.add("      " + line.strip()));
    lines.add("    message: " + message);
    head("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", name, lines);
    lines.add("spec:");
    lines.add("  policyName: " + name);
    lines.add("  validationActions: [Deny]");
  }
}
