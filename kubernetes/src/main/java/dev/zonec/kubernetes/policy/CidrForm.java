package dev.zonec.kubernetes.policy;

/** The forms of address blocks that are accepted where servers differ. */
public enum CidrForm {
  /**
   * Only forms that current API servers accept: no bits beyond the prefix, and no leading zeros.
   */
  CANONICAL,
  /**
   * Also forms that older servers accepted: bits beyond the prefix are cleared, and leading zeros
   * removed. It also accepts what an implementation can meet if it is older than the server, or if
   * nothing was validated: a peer of a cluster-scoped policy without a known field, and pods
   * without a selector, which means all pods.
   */
  LENIENT
}
