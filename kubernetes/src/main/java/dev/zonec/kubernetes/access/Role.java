package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.Map;

/**
 * A Role or a ClusterRole.
 *
 * @param id its kind, namespace and name
 * @param labels its labels, by which other roles aggregate it
 * @param rules its own rules
 * @param aggregated selectors of the ClusterRoles whose rules it also has; empty for none
 * @param span the object in its manifest
 */
public record Role(
    Id id,
    Map<String, String> labels,
    List<AccessRule> rules,
    List<Selector> aggregated,
    Span span) {
  /** What identifies a role. The namespace of a ClusterRole is empty. */
  public record Id(String namespace, String name) {
    /** Returns the id of a ClusterRole. */
    public static Id ofCluster(String name) {
      return new Id("", name);
    }

    /** Whether the role is a ClusterRole. */
    public boolean clusterScoped() {
      return namespace.isEmpty();
    }

    @Override
    public String toString() {
      return clusterScoped() ? "ClusterRole " + name : "Role " + namespace + "/" + name;
    }
  }

  /** Copies the collections. */
  public Role {
    labels = Map.copyOf(labels);
    rules = List.copyOf(rules);
    aggregated = List.copyOf(aggregated);
  }
}
