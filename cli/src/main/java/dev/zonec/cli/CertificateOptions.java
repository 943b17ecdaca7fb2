package dev.zonec.cli;

import dev.zonec.application.certificate.WriteCertificate;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Selects the folder of a certificate. */
@OptionGroup(Subject.OUTPUT)
final class CertificateOptions {
  @Option(
      names = "--certificate",
      paramLabel = "DIR",
      description = "write what confirms each proved claim to this folder, for check-certificate")
  private @Nullable Path folder;

  /** Returns the certificate to write; empty if none is wanted. */
  Optional<CertificateReport> report(Console console) {
    return Optional.ofNullable(folder)
        .map(at -> new CertificateReport(console, at, new WriteCertificate(at)));
  }
}
