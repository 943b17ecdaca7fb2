package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.Assertion;
import java.util.stream.Collectors;

/** Records which claim is being decided. */
final class ClaimProgress {
  private final int total;
  private final boolean written;
  private int begun;

  /**
   * @param total the number of claims
   * @param written whether assertions are statements of a program, rather than claims that zonec
   *     makes up
   */
  ClaimProgress(int total, boolean written) {
    this.total = total;
    this.written = written;
  }

  /** Records that all claims before {@code claim} are decided. */
  void begin(Claim claim) {
    Progress.part(words(claim), begun, total, "claims");
    begun++;
  }

  private String words(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> "no undeclared connection";
      case Claim.NoBlockedFlow c -> "no blocked flow";
      case Claim.FreeEndsAdmit c -> "nothing blocked that is left free";
      case Claim.NoUndeclaredPath c -> "no undeclared path";
      case Claim.NoSharedPod(var zones) -> zones + " share no pod";
      case Claim.Asserted(Assertion assertion) ->
          written
              ? assertion.span().text().lines().map(String::strip).collect(Collectors.joining(" "))
              : assertion.name();
    };
  }
}
