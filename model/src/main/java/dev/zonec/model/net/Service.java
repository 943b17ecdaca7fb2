package dev.zonec.model.net;

import java.util.List;
import java.util.stream.Collectors;

/** What a flow opens. */
public sealed interface Service {
  /** Every protocol and port. */
  record Anything() implements Service {
    @Override
    public String toString() {
      return "any";
    }
  }

  /**
   * Any of some clauses.
   *
   * @param clauses at least one
   */
  record Listed(List<PortClause> clauses) implements Service {
    /** Copies the clauses and refuses none. */
    public Listed {
      clauses = List.copyOf(clauses);
      if (clauses.isEmpty()) {
        throw new IllegalArgumentException("a service with no ports");
      }
    }

    @Override
    public String toString() {
      return clauses.stream().map(PortClause::toString).collect(Collectors.joining(", "));
    }
  }
}
