package dev.zonec.access.escalation;

import java.util.Locale;

/**
 * A step by which a subject gains rights that it was not given.
 *
 * @param move the kind of step
 * @param target what it leads to, such as {@code service account shop/admin}
 * @param by what allows the step
 */
public record EscalationStep(Move move, String target, Source by) {
  /** A kind of step. */
  public enum Move {
    /** Requests are sent in the name of another subject. */
    IMPERSONATE("acts as", true),
    /** A token of a service account is requested. */
    TOKEN("requests a token of", true),
    /** A pod with a service account is run. */
    RUN_POD("runs a pod as", true),
    /** Code is run in a pod that exists. */
    ENTER_POD("enters pods of", true),
    /** A Secret is read that may hold a token of a service account. */
    READ_SECRET("reads Secrets, of which one may hold a token of", false),
    /** Code is run in a pod that exists, through its kubelet. */
    NODE_PROXY("enters, through the kubelets, pods of", true),
    /** A certificate is requested and approved. */
    CERTIFICATE("issues itself a certificate as", true),
    /** Rules are added to a role that the subject has. */
    ESCALATE("adds any rule to", true),
    /** A role is bound. */
    BIND("binds itself to", true);

    private final String words;
    private final boolean certain;

    Move(String words, boolean certain) {
      this.words = words;
      this.certain = certain;
    }

    /** Returns the beginning of a sentence that ends with the target. */
    public String words() {
      return words;
    }

    /** Whether the step works; otherwise that depends on objects that are not read. */
    public boolean certain() {
      return certain;
    }

    /** Returns the name in JSON, such as {@code run-pod}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return move.words() + " " + target;
  }
}
