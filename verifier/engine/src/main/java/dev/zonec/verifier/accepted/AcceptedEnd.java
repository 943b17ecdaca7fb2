package dev.zonec.verifier.accepted;

import java.util.List;
import java.util.Optional;

/**
 * One end of accepted connections.
 *
 * @param parties the zones that contain it or, if there are none, the externals; if there are none
 *     either, the end is in no party
 * @param namespace the namespace of pods, or {@link #ELSEWHERE}; empty for addresses
 */
public record AcceptedEnd(List<String> parties, Optional<String> namespace) {
  /** Every namespace that neither the manifests nor the program name. */
  public static final String ELSEWHERE = "*";

  /** Copies the list. */
  public AcceptedEnd {
    parties = List.copyOf(parties);
  }

  @Override
  public String toString() {
    String name = parties.isEmpty() ? "an end in no party" : String.join(" and ", parties);
    return name
        + namespace
            .map(in -> in.equals(ELSEWHERE) ? " in other namespaces" : " in " + in)
            .orElse("");
  }
}
