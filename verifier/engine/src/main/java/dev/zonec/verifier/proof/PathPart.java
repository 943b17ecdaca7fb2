package dev.zonec.verifier.proof;

import java.util.List;
import java.util.Optional;

/**
 * A part of the proof of a path claim with waivers: the paths whose starts belong to certain
 * waivers (spec/certificates.md, Parts of a path proof).
 *
 * @param excused for each waiver of the claim, whether the starts of the part are starts of the
 *     waiver
 * @param invariants the invariants of the part; empty if it has no start
 */
public record PathPart(List<Boolean> excused, Optional<PathInvariants> invariants) {
  /** Copies the list. */
  public PathPart {
    excused = List.copyOf(excused);
  }
}
