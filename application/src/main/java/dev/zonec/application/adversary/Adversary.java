package dev.zonec.application.adversary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A named weakening of what a proof relies on. {@code spec/verification.md} defines each. */
public enum Adversary {
  /** Nodes are compromised. */
  NODE("node"),
  /** The network plugin does not enforce egress. */
  NO_EGRESS("no-egress"),
  /** The cluster-scoped policies of the Admin tier are missing. */
  NO_ADMIN_TIER("no-admin-tier"),
  /** An attacker sets labels of the pods that it holds. */
  RELABEL("relabel");

  private final String word;

  Adversary(String word) {
    this.word = word;
  }

  /** Returns the name in commands and reports. */
  public String word() {
    return word;
  }

  /** Returns the adversary with the name {@code word}; empty if there is none. */
  public static Optional<Adversary> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** Returns the names of all adversaries. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Adversary::word).toList();
  }
}
