package dev.zonec.kubernetes.access;

import static dev.zonec.kubernetes.access.ObjectFields.map;
import static dev.zonec.kubernetes.access.ObjectFields.maps;
import static dev.zonec.kubernetes.access.ObjectFields.text;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.AccessKind;
import dev.zonec.model.label.LabelSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a RoleBinding or a ClusterRoleBinding. */
final class BindingReader {
  private static final String GROUP = "rbac.authorization.k8s.io";

  /** The label of roles and bindings that the API server creates itself. */
  private static final String BOOTSTRAPPING = "kubernetes.io/bootstrapping";

  private final ObjectFields object;
  private final List<Diagnostic> problems = new ArrayList<>();

  BindingReader(ObjectFields object) {
    this.object = object;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  Binding read(String namespace, String name) {
    return new Binding(
        namespace,
        name,
        role(namespace),
        subjects(namespace),
        object.labels().containsKey(BOOTSTRAPPING),
        object.span("roleRef"),
        object.span());
  }

  private Role.Id role(String namespace) {
    Map<?, ?> reference = map(object.values(), "roleRef");
    Span span = object.span("roleRef");
    String kind = text(reference, "kind");
    String role = text(reference, "name");
    String group = text(reference, "apiGroup");
    if (!group.isEmpty() && !group.equals(GROUP)) {
      problem(span, "the `apiGroup` of a role is " + GROUP);
    }
    if (role.isEmpty()) {
      problem(span, "`roleRef` needs the name of a role");
    }
    boolean ofCluster = kind.equals(AccessKind.CLUSTER_ROLE.kind());
    if (!ofCluster && (namespace.isEmpty() || !kind.equals(AccessKind.ROLE.kind()))) {
      problem(
          span,
          namespace.isEmpty()
              ? "a ClusterRoleBinding refers to a ClusterRole, not to `" + kind + "`"
              : "a RoleBinding refers to a Role or a ClusterRole, not to `" + kind + "`");
    }
    return new Role.Id(ofCluster ? "" : namespace, role);
  }

  private List<Subject> subjects(String namespace) {
    List<Subject> subjects = new ArrayList<>();
    List<? extends Map<?, ?>> written = maps(object.values(), "subjects");
    for (int i = 0; i < written.size(); i++) {
      subject(written.get(i), namespace, object.span("subjects", i)).ifPresent(subjects::add);
    }
    return subjects;
  }

  private Optional<Subject> subject(Map<?, ?> written, String namespace, Span span) {
    String name = text(written, "name");
    if (name.isEmpty()) {
      problem(span, "a subject needs a name");
      return Optional.empty();
    }
    String group = text(written, "apiGroup");
    return switch (text(written, "kind")) {
      case "User" -> {
        rbacGroup(group, span);
        yield Optional.of(Subject.user(name));
      }
      case "Group" -> {
        rbacGroup(group, span);
        yield Optional.of(new Subject.Group(name));
      }
      case "ServiceAccount" -> account(written, group, name, namespace, span);
      default -> {
        problem(span, "a subject is a User, a Group or a ServiceAccount");
        yield Optional.empty();
      }
    };
  }

  private Optional<Subject> account(
      Map<?, ?> written, String group, String name, String namespace, Span span) {
    if (!group.isEmpty()) {
      problem(span, "the `apiGroup` of a ServiceAccount is \"\", not `" + group + "`");
    }
    if (!LabelSyntax.isDnsSubdomain(name)) {
      problem(span, "`" + name + "` is not a valid name of a ServiceAccount");
    }
    String in = text(written, "namespace");
    if (in.isEmpty() && namespace.isEmpty()) {
      problem(span, "a ServiceAccount in a ClusterRoleBinding needs its namespace");
      return Optional.empty();
    }
    // The authorizer looks in the namespace of the binding (kubernetes, rbac/validation/rule.go).
    return Optional.of(new Subject.ServiceAccount(in.isEmpty() ? namespace : in, name));
  }

  private void rbacGroup(String group, Span span) {
    if (!group.isEmpty() && !group.equals(GROUP)) {
      problem(span, "the `apiGroup` of users and groups is " + GROUP + ", not `" + group + "`");
    }
  }

  private void problem(Span span, String message) {
    problems.add(Diagnostic.error(Code.ZC1101, span, message));
  }
}
