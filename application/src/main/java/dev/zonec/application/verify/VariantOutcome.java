package dev.zonec.application.verify;

import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deployed.DeployedZones;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.VerificationReport;
import java.util.List;

/** The outcome of verifying one variant of a program. */
public sealed interface VariantOutcome {
  /**
   * The variant does not compile, so there is no plan to prove.
   *
   * @param problems the reasons
   */
  record Rejected(List<Diagnostic> problems) implements VariantOutcome {}

  /**
   * The variant was verified.
   *
   * @param program the program, with {@code foreach} statements written out for each namespace
   * @param world the policies that were proved, and all other objects
   * @param planned whether the policies were planned, rather than as written
   * @param headline which compiled files are not what the program compiles to, and the command that
   *     corrects them; empty if all are
   * @param origins the origins of the program's policies
   * @param namespaces the namespaces of {@code foreach} statements: existing ones and stand-ins
   * @param warnings gaps of this variant, and warnings about its pods and addresses
   * @param suppressed the warnings about pods and addresses that comments suppress
   * @param declaresNothing whether the program has neither flows nor assertions
   * @param result the verdicts
   * @param certain whether every input was read, so that nothing can contradict the verdicts
   * @param findings a finding for each claim, and for each violation of a claim
   * @param zones the zones without deployed pods
   * @param verification the verification that gave the verdicts
   */
  record Verified(
      ZoneProgram program,
      World world,
      boolean planned,
      String headline,
      PolicyOrigins origins,
      PatternNamespaces namespaces,
      List<Diagnostic> warnings,
      List<Suppressed> suppressed,
      boolean declaresNothing,
      VerificationResult result,
      boolean certain,
      List<Finding> findings,
      DeployedZones zones,
      Verification verification)
      implements VariantOutcome {
    /** Returns the report that turns findings of this variant into diagnostics. */
    public VerificationReport report() {
      return new VerificationReport(program, origins);
    }

    /** Returns a warning about a program that declares nothing; none if it declares something. */
    public List<Diagnostic> emptiness() {
      return declaresNothing
          ? List.of(
              Diagnostic.warning(Code.ZC0512, "the program declares no flow and no assertion"))
          : List.of();
    }

    /** Returns what the verdicts come to. */
    public Conclusion conclusion() {
      return result.conclusion();
    }
  }
}
