package dev.zonec.access.authorizer;

import dev.zonec.kubernetes.access.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The user name and the groups of a request.
 *
 * @param user the user name; that of a service account is {@code system:serviceaccount:NS:NAME}
 * @param groups the groups
 */
public record Identity(String user, Set<String> groups) {
  /** The group of every user that the API server has authenticated. */
  public static final String AUTHENTICATED = "system:authenticated";

  /** The group of requests without credentials. */
  public static final String UNAUTHENTICATED = "system:unauthenticated";

  private static final String ANONYMOUS = "system:anonymous";
  private static final String ACCOUNTS = "system:serviceaccounts";

  /** Copies the groups. */
  public Identity {
    groups = Set.copyOf(groups);
  }

  /**
   * Returns the identity of {@code subject} with the groups that the API server adds. The groups of
   * a user that an identity provider adds are not known. A group stands for a user who is in this
   * group only.
   */
  public static Identity of(Subject subject) {
    return switch (subject) {
      case Subject.User(String name) ->
          new Identity(name, Set.of(name.equals(ANONYMOUS) ? UNAUTHENTICATED : AUTHENTICATED));
      case Subject.Group(String name) -> new Identity("", impliedBy(name));
      case Subject.ServiceAccount(String namespace, String name) ->
          new Identity(
              Subject.ACCOUNT_PREFIX + namespace + ":" + name,
              Set.of(ACCOUNTS, ACCOUNTS + ":" + namespace, AUTHENTICATED));
    };
  }

  private static Set<String> impliedBy(String group) {
    Set<String> groups = new TreeSet<>(Set.of(group));
    if (!group.equals(UNAUTHENTICATED)) {
      groups.add(AUTHENTICATED);
    }
    if (group.startsWith(ACCOUNTS + ":")) {
      groups.add(ACCOUNTS);
    }
    return groups;
  }

  /** Returns the subjects of bindings that mean this identity, the most specific one first. */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    if (!user.isEmpty()) {
      subjects.add(Subject.user(user));
    }
    groups.stream()
        .sorted((some, other) -> Integer.compare(breadth(some), breadth(other)))
        .forEach(group -> subjects.add(new Subject.Group(group)));
    return subjects;
  }

  private static int breadth(String group) {
    return switch (group) {
      case AUTHENTICATED, UNAUTHENTICATED -> 3;
      case ACCOUNTS -> 2;
      default -> group.startsWith(ACCOUNTS + ":") ? 1 : 0;
    };
  }
}
