package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A rule of a role: it allows each of its verbs on each of its resources, or on each of its paths.
 * {@code *} stands for every value.
 *
 * @param groups API groups; empty text for the core group
 * @param resources resources and subresources, such as {@code pods} and {@code pods/exec}
 * @param verbs verbs, such as {@code get}
 * @param names names of objects; empty for every object
 * @param paths paths that are no resources, such as {@code /healthz}
 * @param span the rule in its manifest
 */
public record AccessRule(
    List<String> groups,
    List<String> resources,
    List<String> verbs,
    List<String> names,
    List<String> paths,
    Span span) {
  /** Copies the lists. */
  public AccessRule {
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
    names = List.copyOf(names);
    paths = List.copyOf(paths);
  }
}
