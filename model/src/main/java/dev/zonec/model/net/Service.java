package dev.zonec.model.net;

import java.util.List;
import java.util.stream.Collectors;

/** The protocols and ports that a flow allows. */
public sealed interface Service {
  /** Every protocol and port. */
  record Anything() implements Service {
    @Override
    public String toString() {
      return "any";
    }
  }

  /**
   * Any of the clauses.
   *
   * @param clauses at least one clause
   */
  record Listed(List<PortClause> clauses) implements Service {
    /** Copies the clauses and rejects an empty list. */
    public Listed {
      clauses = List.copyOf(clauses);
      if (clauses.isEmpty()) {
        throw new IllegalArgumentException("a service needs at least one clause");
      }
    }

    @Override
    public String toString() {
      return clauses.stream().map(PortClause::toString).collect(Collectors.joining(", "));
    }
  }
}
