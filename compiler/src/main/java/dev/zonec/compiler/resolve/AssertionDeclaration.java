package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.util.List;
import java.util.OptionalInt;

/**
 * An {@code assert} statement.
 *
 * @param name the name
 * @param claim the claim
 * @param span the claim without the name
 */
public record AssertionDeclaration(String name, AssertedClaim claim, Span span) {
  /** A claim of an assertion. */
  public sealed interface AssertedClaim {
    /** {@code never from -> to : service}. */
    record Never(List<PartyDeclaration> from, List<PartyDeclaration> to, Service service)
        implements AssertedClaim {}

    /** {@code no path from ~> to except via z within n hops}. */
    record NoPath(
        List<PartyDeclaration> from,
        List<PartyDeclaration> to,
        List<PartyDeclaration> via,
        OptionalInt within)
        implements AssertedClaim {}

    /**
     * {@code only from of among -> to : service}.
     *
     * @param among the sources that the claim restricts; empty for every source
     */
    record Only(
        List<PartyDeclaration> from,
        List<PartyDeclaration> among,
        List<PartyDeclaration> to,
        Service service)
        implements AssertedClaim {}

    /** {@code isolated zones}; all parties are zones. */
    record Isolated(List<PartyDeclaration> zones) implements AssertedClaim {}

    /** {@code reachable from -> to : service}. */
    record Reachable(List<PartyDeclaration> from, List<PartyDeclaration> to, Service service)
        implements AssertedClaim {}

    /** {@code tiers adjacent in zones}: the tiers from the edge inwards. */
    record TiersAdjacent(List<Tier> tiers) implements AssertedClaim {}
  }

  /** A tier and its zones. */
  public record Tier(String name, List<PartyDeclaration> zones) {}
}
