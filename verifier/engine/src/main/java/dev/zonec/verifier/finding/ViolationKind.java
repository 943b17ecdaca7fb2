package dev.zonec.verifier.finding;

/** The kinds of violations. Their ids are part of the JSON format, and of the ids of findings. */
public enum ViolationKind {
  /** The policies allow a connection that no flow declares. */
  UNDECLARED_CONNECTION("undeclared-connection"),
  /** The policies block a connection that a flow declares. */
  BLOCKED_FLOW("blocked-flow"),
  /** The policies block a connection that the program does not restrict. */
  BLOCKED_CONNECTION("blocked-connection"),
  /** Connections lead from one party to another, and no flows lead there. */
  UNDECLARED_PATHS("undeclared-paths"),
  /** A connection or path violates an assertion. */
  BROKEN_ASSERTION("broken-assertion"),
  /** The policies block a connection that an assertion requires. */
  UNREACHABLE("unreachable"),
  /** A workload is in two zones that are declared disjoint. */
  SHARED_POD("shared-pod");

  private final String id;

  ViolationKind(String id) {
    this.id = id;
  }

  /** Returns the id, such as {@code blocked-flow}. */
  public String id() {
    return id;
  }
}
