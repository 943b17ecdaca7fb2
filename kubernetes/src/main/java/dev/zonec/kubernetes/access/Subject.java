package dev.zonec.kubernetes.access;

import java.util.Comparator;

/** A subject of a binding. */
public sealed interface Subject {
  /** The group whose members the API server allows everything. */
  Group MASTERS = new Group("system:masters");

  /** The prefix of the user names of service accounts. */
  String ACCOUNT_PREFIX = "system:serviceaccount:";

  /** The order of reports: groups, service accounts and users, each by name. */
  Comparator<Subject> ORDER =
      Comparator.comparingInt(Subject::rank).thenComparing(Subject::qualifiedName);

  /** A user that an identity provider knows. */
  record User(String name) implements Subject {
    @Override
    public String toString() {
      return "user " + name;
    }
  }

  /** A group of users. */
  record Group(String name) implements Subject {
    @Override
    public String toString() {
      return "group " + name;
    }
  }

  /** A service account, which pods can have. */
  record ServiceAccount(String namespace, String name) implements Subject {
    @Override
    public String toString() {
      return "service account " + namespace + "/" + name;
    }
  }

  private int rank() {
    return switch (this) {
      case Group group -> 0;
      case ServiceAccount account -> 1;
      case User user -> 2;
    };
  }

  /** Returns the name, for a service account with its namespace. */
  private String qualifiedName() {
    return switch (this) {
      case Group(String name) -> name;
      case ServiceAccount(String namespace, String name) -> namespace + "/" + name;
      case User(String name) -> name;
    };
  }

  /** Returns the user called {@code name}, or the service account with this user name. */
  static Subject user(String name) {
    if (name.startsWith(ACCOUNT_PREFIX)) {
      String[] parts = name.substring(ACCOUNT_PREFIX.length()).split(":", -1);
      if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
        return new ServiceAccount(parts[0], parts[1]);
      }
    }
    return new User(name);
  }
}
