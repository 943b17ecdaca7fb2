package dev.zonec.application.core;

import dev.zonec.verifier.core.Core;
import java.util.List;
import java.util.Optional;

/** What one of the named claims rests on. */
public sealed interface ExplainedClaim {
  /** Returns whether something was not decided. */
  default boolean undecided() {
    return switch (this) {
      case Absent absent -> false;
      case Explained explained ->
          switch (explained.core()) {
            case Core.NotProved notProved -> false;
            case Core.Undecided undecided -> true;
            case Core.Found found -> !found.complete();
          };
    };
  }

  /**
   * The variant has no claim of this name.
   *
   * @param name the name
   */
  record Absent(String name) implements ExplainedClaim {}

  /**
   * The claim, or the instance of it for a namespace.
   *
   * @param core what it rests on
   * @param namespace the namespace that the instance of a {@code foreach} is about; a stand-in
   *     represents all namespaces to come
   * @param consequences the claims that follow from this one, and were asked about
   */
  record Explained(Core core, Optional<String> namespace, List<String> consequences)
      implements ExplainedClaim {
    /** Copies the claims. */
    public Explained {
      consequences = List.copyOf(consequences);
    }
  }
}
