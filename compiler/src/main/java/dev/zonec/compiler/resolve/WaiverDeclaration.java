package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;

/**
 * A {@code waive} statement.
 *
 * @param assertion the assertion's name
 * @param excused what is taken out of it
 * @param reason why
 * @param approvedBy who gave leave
 * @param until its last day
 * @param untilSpan where that is written
 * @param span what is excused, as written
 */
public record WaiverDeclaration(
    String assertion,
    Excused excused,
    String reason,
    String approvedBy,
    LocalDate until,
    Span untilSpan,
    Span span) {
  /** What is taken out of an assertion. */
  public sealed interface Excused {
    /** {@code from -> to : service}. */
    record Connections(List<PartyDeclaration> from, List<PartyDeclaration> to, Service service)
        implements Excused {}

    /** {@code from ~> to}. */
    record Paths(List<PartyDeclaration> from, List<PartyDeclaration> to) implements Excused {}
  }
}
