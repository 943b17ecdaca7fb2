package dev.zonec.application.certificate;

import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * Checks a certificate (spec/certificates.md, How a certificate is checked).
 *
 * @param request the inputs of the certificate; proofs are not asked for
 * @param folder the folder of the certificate
 */
public record CheckCertificate(VerifyRequest request, Path folder) {
  /** Returns what the check comes to. */
  public CertificateOutcome outcome(Deadline deadline) {
    Progress.begin("reading the certificate");
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return unreadable("it is not a folder");
    }
    SortedMap<String, String> found;
    try {
      found = CertificateFolder.texts(folder);
    } catch (FileSystemException e) {
      return unreadable(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (IOException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
    if (!found.containsKey(Certificate.DOCUMENT)) {
      return unreadable("there is no " + Certificate.DOCUMENT + " in the folder");
    }
    InputFiles files = new InputFiles();
    Verify verify = files.during(() -> Verify.of(request));
    try {
      return switch (verify) {
        case Verify.Unusable(var problems, var names) -> new CertificateOutcome.Unusable(problems);
        case Verify.Ready ready ->
            new CertificateCheck(ready, files.digests(), folder).outcome(found, deadline);
      };
    } catch (IOException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  private CertificateOutcome unreadable(String reason) {
    return new CertificateOutcome.Unusable(
        List.of(
            Diagnostic.errorIn(Code.ZC1502, folder.toString(), "the certificate cannot be read")
                .note(reason)));
  }
}
