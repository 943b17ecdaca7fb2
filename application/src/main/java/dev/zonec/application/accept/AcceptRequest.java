package dev.zonec.application.accept;

import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.InputPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A request to accept findings.
 *
 * @param verification the verification, without accepted findings
 * @param file the baseline file, which need not exist
 * @param accepting how new findings are accepted; empty if only entries are removed that accept
 *     nothing
 */
public record AcceptRequest(
    VerifyRequest verification, InputPath file, Optional<NewEntries> accepting) {
  /** The name of the file if the user names none. */
  public static final String STANDARD_FILE = "zonec-baseline.yaml";

  /** Returns the verification that accepts what the file lists, and looks for all violations. */
  VerifyRequest verify() {
    return new VerifyRequest(
        verification.program(),
        verification.manifests(),
        verification.policies(),
        verification.may(),
        Optional.of(file).filter(each -> Files.exists(Path.of(each.location()))),
        true,
        verification.known());
  }
}
