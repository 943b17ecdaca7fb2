package dev.zonec.flows.observed;

import java.util.Locale;

/** What a log says about the fate of a flow. */
public enum Outcome {
  /** It arrived at its destination, or the destination answered. */
  PASSED,
  /** It left its source. Nothing shows that it arrived. */
  SENT,
  /**
   * Only a reset answered it. A closed port sends one, and so does a policy engine or a firewall
   * that rejects, in the name of the destination: nothing shows that it arrived.
   */
  RESET,
  /** A network policy denied it. */
  DENIED,
  /** Something else refused it: a security group, an intrusion prevention system. */
  REFUSED,
  /** It was lost for a reason that is no decision, such as an invalid packet. */
  LOST;

  /** Returns the word in reports, such as {@code passed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
