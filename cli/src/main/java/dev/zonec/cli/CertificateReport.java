package dev.zonec.cli;

import dev.zonec.application.certificate.WriteCertificate;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * Collects the proofs of each variant, and reports that their certificate is written.
 *
 * @param folder the folder of the certificate
 * @param certificate the certificate
 */
record CertificateReport(Console console, Path folder, WriteCertificate certificate)
    implements VerifyOutput {
  @Override
  public void begin(String variant, Console variantConsole) {}

  @Override
  public void verified(
      String variant,
      VariantOutcome.Verified verified,
      List<Diagnostic> warnings,
      Console variantConsole) {
    certificate.add(variant, verified);
  }

  @Override
  public void rejected(String variant, List<Diagnostic> problems, Console variantConsole) {}

  @Override
  public void timedOut(String variant, List<Diagnostic> why) {}

  /** Writes the certificate, and returns the exit code of the run that ends with {@code exit}. */
  ExitCode written(Verify.Ready inputs, ExitCode exit) {
    return switch (certificate.write(inputs)) {
      case WriteCertificate.Outcome.Written written -> {
        console.status(written.line(folder));
        written.others().forEach(each -> console.status("not in the certificate: " + each));
        yield exit;
      }
      case WriteCertificate.Outcome.Nothing nothing -> {
        console.status("no claim is proved, so there is no certificate");
        yield exit;
      }
      case WriteCertificate.Outcome.Failed(List<Diagnostic> problems) -> {
        console.report(problems);
        yield exit.worse(ExitCode.BAD_INPUT);
      }
    };
  }
}
