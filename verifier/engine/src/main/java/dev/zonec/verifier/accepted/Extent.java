package dev.zonec.verifier.accepted;

/**
 * What an acceptance covers. It depends on names and on the content of rules, not on places, ports
 * or pods.
 */
public sealed interface Extent {
  /** Returns the extent on one line, such as {@code paths web ~> db of 3 or more hops}. */
  default String describe() {
    return switch (this) {
      case Connections(AcceptedEnd from, AcceptedEnd to, Cause.ByFlow(String flow)) ->
          from + " -> " + to + " by flow `" + flow + "`";
      case Connections(
              AcceptedEnd from,
              AcceptedEnd to,
              Cause.ByRules(Admission egress, Admission ingress)) ->
          from
              + " -> "
              + to
              + (egress instanceof Admission.Unrestricted
                      && ingress instanceof Admission.Unrestricted
                  ? " without a policy"
                  : ", egress by " + egress + ", ingress by " + ingress);
      case BlockedConnections(AcceptedEnd from, AcceptedEnd to) ->
          "blocked connections " + from + " -> " + to;
      case BlockedFlow(String flow) -> "blocked flow `" + flow + "`";
      case Paths(String from, String to, int hops) ->
          "paths " + from + " ~> " + to + (hops == 1 ? "" : " of " + hops + " or more hops");
      case SharedPod(String workload) -> "workload " + workload;
    };
  }

  /**
   * Connections that are allowed for one cause.
   *
   * @param from the source
   * @param to the destination
   * @param cause why they are allowed
   */
  record Connections(AcceptedEnd from, AcceptedEnd to, Cause cause) implements Extent {}

  /** Connections that are required and blocked, whatever blocks them. */
  record BlockedConnections(AcceptedEnd from, AcceptedEnd to) implements Extent {}

  /**
   * A flow whose connections are blocked.
   *
   * @param flow the flow, such as {@code web -> cart : tcp/7070}
   */
  record BlockedFlow(String flow) implements Extent {}

  /**
   * Paths from one party to another that have at least so many hops.
   *
   * @param from the name of the first party
   * @param to the name of the last party
   * @param hops the number of hops of the shortest path that is accepted; at least 1
   */
  record Paths(String from, String to, int hops) implements Extent {
    /** Rejects a path without a hop. */
    public Paths {
      if (hops < 1) {
        throw new IllegalArgumentException("a path has at least one hop, not " + hops);
      }
    }
  }

  /**
   * A workload in two zones that are declared disjoint.
   *
   * @param workload the label of the workload, such as {@code shop/web}
   */
  record SharedPod(String workload) implements Extent {}

  /** Why connections are allowed. */
  sealed interface Cause {
    /**
     * A flow declares them.
     *
     * @param flow the flow, such as {@code web -> cart : tcp/7070}
     */
    record ByFlow(String flow) implements Cause {}

    /** The policies admit them on both sides. */
    record ByRules(Admission egress, Admission ingress) implements Cause {}
  }

  /** Why one side of a connection is admitted. */
  sealed interface Admission {
    /** No rule is needed: no policy restricts the side. */
    record Unrestricted() implements Admission {
      @Override
      public String toString() {
        return "no policy";
      }
    }

    /**
     * A rule admits it, and would do so if no other rule admitted anything.
     *
     * @param rule the content of the rule; see {@link RuleIdentity}
     */
    record ByRule(String rule) implements Admission {
      @Override
      public String toString() {
        return rule;
      }
    }
  }
}
