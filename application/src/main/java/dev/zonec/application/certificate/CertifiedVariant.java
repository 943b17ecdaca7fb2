package dev.zonec.application.certificate;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.PatternNamespaces;
import java.util.List;

/**
 * The proofs of one combination of the values of parameters.
 *
 * @param label the values, such as {@code env=prod}; empty without parameters
 * @param planned whether the policies are planned, rather than as written
 * @param program the program
 * @param world the policies that were proved, and all other objects
 * @param namespaces the namespaces of {@code foreach} statements
 * @param runs the proofs
 */
public record CertifiedVariant(
    String label,
    boolean planned,
    ZoneProgram program,
    World world,
    PatternNamespaces namespaces,
    List<CertifiedRun> runs) {
  /** Copies the list. */
  public CertifiedVariant {
    runs = List.copyOf(runs);
  }

  /** Returns the proofs of a variant that was verified. */
  static CertifiedVariant of(String label, VariantOutcome.Verified verified) {
    return new CertifiedVariant(
        label,
        verified.planned(),
        verified.program(),
        verified.world(),
        verified.namespaces(),
        verified.result().certified());
  }
}
