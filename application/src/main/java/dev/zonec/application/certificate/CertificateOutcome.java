package dev.zonec.application.certificate;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** What the check of a certificate comes to. */
public sealed interface CertificateOutcome {
  /**
   * Returns what was confirmed, one line for each step: its name, and what was found. Empty if no
   * step succeeded.
   */
  List<Step> steps();

  /**
   * A step of the check that succeeded.
   *
   * @param name the name of the step
   * @param found what it found, as a clause
   */
  record Step(String name, String found) {}

  /** The inputs or the certificate cannot be read. */
  record Unusable(List<Diagnostic> problems) implements CertificateOutcome {
    @Override
    public List<Step> steps() {
      return List.of();
    }
  }

  /** The certificate is not true of the inputs. */
  record Refused(List<Step> steps, List<Diagnostic> problems) implements CertificateOutcome {}

  /** It is not known whether the certificate is true. */
  record Undecided(List<Step> steps, List<Diagnostic> problems) implements CertificateOutcome {}

  /**
   * The certificate is true of the inputs.
   *
   * @param claims the number of claims, counted in each run
   * @param others the claims of the program that the certificate does not contain
   */
  record Confirmed(List<Step> steps, int claims, List<String> others)
      implements CertificateOutcome {}
}
