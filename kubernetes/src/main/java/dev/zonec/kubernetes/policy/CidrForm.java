package dev.zonec.kubernetes.policy;

/** Which writings are taken where servers differ. */
public enum CidrForm {
  /** Only those that today's API servers take: no bits beyond the prefix, no leading zeros. */
  CANONICAL,
  /**
   * Also those that older servers took: bits beyond the prefix are cleared, zeros dropped. And what
   * an engine may meet where it is older than the server, or nothing was checked: a peer of a
   * cluster-scoped policy of which it knows no field, pods without a selector, which are all.
   */
  LENIENT
}
