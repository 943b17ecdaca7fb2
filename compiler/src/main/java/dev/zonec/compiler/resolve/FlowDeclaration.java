package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An {@code allow} statement.
 *
 * @param ends the ends of its connections
 * @param service the ports
 * @param expiry the last day
 * @param account the owner, reason and ticket
 * @param span the statement
 */
public record FlowDeclaration(
    DeclaredEnds ends, Service service, Expiry expiry, Account account, Span span) {
  /** Returns every zone and external that the flow names. */
  public Stream<PartyUse> uses() {
    return switch (ends) {
      case DeclaredEnds.To(var from, var to) -> Stream.concat(from.stream(), to.stream());
      case DeclaredEnds.Both(var left, var right) -> Stream.concat(left.stream(), right.stream());
      case DeclaredEnds.Within(var zones) -> zones.stream();
    };
  }

  /** The ends of a flow's connections. */
  public sealed interface DeclaredEnds {
    /** {@code from -> to}. */
    record To(List<PartyUse> from, List<PartyUse> to) implements DeclaredEnds {}

    /** {@code left <-> right}. */
    record Both(List<PartyUse> left, List<PartyUse> right) implements DeclaredEnds {}

    /** {@code within zones}; all parties are zones. */
    record Within(List<PartyUse> zones) implements DeclaredEnds {}
  }

  /**
   * The owner, reason and ticket of a flow; each is empty if it is missing.
   *
   * @param owner the owner
   * @param reason the reason
   * @param ticket the ticket
   */
  public record Account(String owner, String reason, String ticket) {}

  /** The expiry of a flow. */
  public sealed interface Expiry {
    /** The flow does not expire. */
    record Never() implements Expiry {}

    /** The last day of the flow is {@code date}. */
    record On(LocalDate date, Span span) implements Expiry {}
  }
}
