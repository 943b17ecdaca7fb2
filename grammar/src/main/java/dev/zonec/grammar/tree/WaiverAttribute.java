package dev.zonec.grammar.tree;

/** An attribute of a waiver. */
public sealed interface WaiverAttribute extends Node {

  /** {@code reason "…"}. */
  record Reason(Word reason, NodeSpan nodeSpan) implements WaiverAttribute {}

  /** {@code ticket ABC-1}. */
  record Ticket(Word ticket, NodeSpan nodeSpan) implements WaiverAttribute {}

  /** {@code approved_by @who}. */
  record ApprovedBy(Word approver, NodeSpan nodeSpan) implements WaiverAttribute {}

  /** {@code expires 2027-06-30}. */
  record Expires(Word date, NodeSpan nodeSpan) implements WaiverAttribute {}
}
