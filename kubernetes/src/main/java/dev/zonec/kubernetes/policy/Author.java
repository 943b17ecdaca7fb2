package dev.zonec.kubernetes.policy;

/** The author of a policy, as far as its labels show. */
public sealed interface Author {
  /** A person, or another tool. */
  record Person() implements Author {}

  /**
   * zonec, from some program. Labels and annotations can be edited, so they are used for messages
   * only.
   *
   * @param zone the zone in the policy's label; empty for a default deny
   * @param sources the files of its flows in its annotation; may be empty
   */
  record Zonec(String zone, String sources) implements Author {}
}
