package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An {@code allow} statement.
 *
 * @param ends who may open connections to whom
 * @param service what they may open
 * @param expiry until when
 * @param account who answers for it, and why it is there
 * @param span the statement
 */
public record FlowDeclaration(
    DeclaredEnds ends, Service service, Expiry expiry, Account account, Span span) {
  /** Every zone and external that it names. */
  public Stream<PartyUse> uses() {
    return switch (ends) {
      case DeclaredEnds.To(var from, var to) -> Stream.concat(from.stream(), to.stream());
      case DeclaredEnds.Both(var left, var right) -> Stream.concat(left.stream(), right.stream());
      case DeclaredEnds.Within(var zones) -> zones.stream();
    };
  }

  /** Who may open connections to whom. */
  public sealed interface DeclaredEnds {
    /** {@code from -> to}. */
    record To(List<PartyUse> from, List<PartyUse> to) implements DeclaredEnds {}

    /** {@code left <-> right}. */
    record Both(List<PartyUse> left, List<PartyUse> right) implements DeclaredEnds {}

    /** {@code within zones}: every one of them is a zone. */
    record Within(List<PartyUse> zones) implements DeclaredEnds {}
  }

  /**
   * What a flow says of itself; each is empty where it does not.
   *
   * @param owner who answers for it
   * @param reason why it is there
   * @param ticket where it was agreed
   */
  public record Account(String owner, String reason, String ticket) {}

  /** How long a flow is meant to stand. */
  public sealed interface Expiry {
    /** No date is given. */
    record Never() implements Expiry {}

    /** Its last day is {@code date}. */
    record On(LocalDate date, Span span) implements Expiry {}
  }
}
