package dev.zonec.verifier.policy;

/** Which writings of an address block are taken. */
public enum CidrForm {
  /** Only those that today's API servers take: no bits beyond the prefix, no leading zeros. */
  CANONICAL,
  /** Also those that older servers took: bits beyond the prefix are cleared, zeros dropped. */
  LENIENT
}
