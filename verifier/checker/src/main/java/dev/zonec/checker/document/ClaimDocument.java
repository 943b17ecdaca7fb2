package dev.zonec.checker.document;

import dev.zonec.checker.claim.ClaimKey;
import java.util.List;
import java.util.Optional;

/**
 * A claim of a certificate, as far as the checker needs it.
 *
 * @param key the claim
 * @param waivers its waivers, as the program writes them
 * @param follows the claim from which it follows, without obligations
 * @param parts the parts of the proof that there is no path; empty for other claims
 */
public record ClaimDocument(
    ClaimKey key, List<String> waivers, Optional<ClaimKey> follows, List<PathPart> parts) {
  /** Copies the lists. */
  public ClaimDocument {
    waivers = List.copyOf(waivers);
    parts = List.copyOf(parts);
  }
}
