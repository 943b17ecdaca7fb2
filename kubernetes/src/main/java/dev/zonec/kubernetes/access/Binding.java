package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A RoleBinding or a ClusterRoleBinding: its subjects have the rules of a role.
 *
 * @param namespace the namespace in which they have them; empty for a ClusterRoleBinding, with
 *     which they have them in the whole cluster
 * @param name its name
 * @param role the role
 * @param subjects the subjects
 * @param builtin whether Kubernetes itself created it, as its label says
 * @param reference the reference to the role
 * @param span the object in its manifest
 */
public record Binding(
    String namespace,
    String name,
    Role.Id role,
    List<Subject> subjects,
    boolean builtin,
    Span reference,
    Span span) {
  /** Copies the subjects. */
  public Binding {
    subjects = List.copyOf(subjects);
  }

  /** Whether it is a ClusterRoleBinding. */
  public boolean clusterWide() {
    return namespace.isEmpty();
  }

  @Override
  public String toString() {
    return clusterWide() ? "ClusterRoleBinding " + name : "RoleBinding " + namespace + "/" + name;
  }
}
