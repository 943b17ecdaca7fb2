package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Formula;
import java.util.List;
import java.util.Optional;

/**
 * A claim that holds, with everything from which this follows.
 *
 * @param claim the claim
 * @param instance the number of the instance, for an assertion of a {@code foreach}; otherwise 0
 * @param waivers the waivers of the claim
 * @param follows the claim from which this one follows; it then has no obligations
 * @param obligations the obligations
 * @param parts the parts of the proof of a path claim; empty for other claims
 */
public record CertifiedClaim(
    Claim claim,
    int instance,
    List<Waiver> waivers,
    Optional<Claim> follows,
    List<Chosen> obligations,
    List<PathPart> parts) {
  /** Copies the lists. */
  public CertifiedClaim {
    waivers = List.copyOf(waivers);
    obligations = List.copyOf(obligations);
    parts = List.copyOf(parts);
  }

  /**
   * An obligation in the form that was proved.
   *
   * @param says the obligation, as a sentence without a full stop
   * @param sufficient whether the formula contains only the policies of some namespaces, which is
   *     sufficient
   * @param formula what must be impossible
   */
  public record Chosen(String says, boolean sufficient, Formula formula) {}
}
