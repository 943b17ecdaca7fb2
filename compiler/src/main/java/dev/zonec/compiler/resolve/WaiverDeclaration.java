package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;

/**
 * A {@code waive} statement.
 *
 * @param assertion the name of the assertion
 * @param excused the excused part
 * @param reason the reason
 * @param approvedBy the approver
 * @param until the last day
 * @param untilSpan the last day in the source
 * @param span the excused part in the source
 */
public record WaiverDeclaration(
    String assertion,
    Excused excused,
    String reason,
    String approvedBy,
    LocalDate until,
    Span untilSpan,
    Span span) {
  /** The part of an assertion that a waiver excuses. */
  public sealed interface Excused {
    /** {@code from -> to : service}. */
    record Connections(List<PartyDeclaration> from, List<PartyDeclaration> to, Service service)
        implements Excused {}

    /** {@code from ~> to}. */
    record Paths(List<PartyDeclaration> from, List<PartyDeclaration> to) implements Excused {}
  }
}
