package dev.zonec.grammar.tree;

/** What a waiver says about itself. */
public sealed interface WaiverAttribute {
  /** The whole attribute. */
  Where where();

  /** {@code reason "…"}. */
  record Reason(Word reason, Where where) implements WaiverAttribute {}

  /** {@code ticket ABC-1}. */
  record Ticket(Word ticket, Where where) implements WaiverAttribute {}

  /** {@code approved_by @who}. */
  record ApprovedBy(Word who, Where where) implements WaiverAttribute {}

  /** {@code expires 2027-06-30}. */
  record Expires(Word date, Where where) implements WaiverAttribute {}
}
