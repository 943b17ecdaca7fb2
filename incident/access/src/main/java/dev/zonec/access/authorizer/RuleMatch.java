package dev.zonec.access.authorizer;

import dev.zonec.kubernetes.access.AccessRule;
import java.util.List;

/** Matches rules and requests (kubernetes, pkg/apis/rbac/v1/evaluation_helpers.go). */
public final class RuleMatch {
  private static final String ANY = "*";

  private RuleMatch() {}

  /** Whether {@code rule} allows {@code request}. */
  public static boolean allows(AccessRule rule, AccessRequest request) {
    return switch (request) {
      case AccessRequest.OfObjects asked ->
          matches(rule.verbs(), asked.verb())
              && matches(rule.groups(), asked.group())
              && resources(rule, asked.resource(), asked.subresource())
              && (rule.names().isEmpty() || rule.names().contains(asked.name()));
      case AccessRequest.OfPath(String verb, String path) ->
          matches(rule.verbs(), verb)
              && rule.paths().stream().anyMatch(pattern -> path(pattern, path));
    };
  }

  /**
   * Whether {@code rule} allows {@code verb} on objects with some name.
   *
   * @param subresource the subresource; empty for none
   */
  public static boolean allowsSome(
      AccessRule rule, String verb, String group, String resource, String subresource) {
    return matches(rule.verbs(), verb)
        && matches(rule.groups(), group)
        && resources(rule, resource, subresource);
  }

  private static boolean matches(List<String> allowed, String asked) {
    return allowed.contains(ANY) || allowed.contains(asked);
  }

  private static boolean resources(AccessRule rule, String resource, String subresource) {
    String asked = subresource.isEmpty() ? resource : resource + "/" + subresource;
    return rule.resources().contains(ANY)
        || rule.resources().contains(asked)
        || (!subresource.isEmpty() && rule.resources().contains(ANY + "/" + subresource));
  }

  private static boolean path(String pattern, String path) {
    return pattern.equals(ANY)
        || pattern.equals(path)
        || (pattern.endsWith(ANY) && path.startsWith(pattern.replaceFirst("\\*+$", "")));
  }
}
