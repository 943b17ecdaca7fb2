package dev.zonec.kubernetes.policy;

/** What wrote a policy, as far as its labels tell. */
public sealed interface Author {
  /** A person, or another tool. */
  record Person() implements Author {}

  /**
   * zonec, from some program. Labels and annotations can be edited: these are for messages only.
   *
   * @param zone the zone that the policy is labelled with; empty for a default deny
   * @param sources the files that its flows are in, as its annotation lists them; may be empty
   */
  record Zonec(String zone, String sources) implements Author {}
}
