package dev.zonec.application.certificate;

import dev.zonec.application.report.WholeFile;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the proofs of a verification, and writes them as a certificate.
 *
 * <p>A folder that contains other files is refused. An earlier certificate in the folder is
 * replaced; its list of claims is deleted first and written last, so that a run that is interrupted
 * leaves no certificate.
 */
public final class WriteCertificate {
  private final Path folder;
  private final InputFiles files = new InputFiles();
  private final List<CertifiedVariant> variants = new ArrayList<>();

  /**
   * @param folder the folder of the certificate, which is created
   */
  public WriteCertificate(Path folder) {
    this.folder = folder;
  }

  /** Returns the record of the files that the verification reads. */
  public InputFiles files() {
    return files;
  }

  /** Returns the reasons why there can be no certificate of {@code request}; empty if there can. */
  public List<Diagnostic> refusals(VerifyRequest request) {
    List<Diagnostic> problems = new ArrayList<>();
    String name = folder.toString();
    if (request.manifests().cluster().isPresent()
        || !request.manifests().commands().isEmpty()
        || request.manifests().paths().stream().anyMatch(InputPath::isStandardInput)
        || request.program().paths().stream().anyMatch(InputPath::isStandardInput)) {
      problems.add(
          Diagnostic.errorIn(
                  Code.ZC1501, name, "a certificate is about files, and not all inputs are files")
              .help("write the objects to files, and verify these: `kubectl get … -o yaml`"));
    }
    if (request.baseline().isPresent()) {
      problems.add(
          Diagnostic.errorIn(
                  Code.ZC1501, name, "there is no certificate of a run that accepts findings")
              .help("pass `--no-baseline`"));
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      problems.add(
          Diagnostic.errorIn(Code.ZC1501, name, "the certificate cannot be written to a file")
              .help("name an empty folder, or one that does not exist"));
      return problems;
    }
    otherFile()
        .ifPresent(
            other ->
                problems.add(
                    Diagnostic.errorIn(
                            Code.ZC1501, name, "the folder contains a file of something else")
                        .note(other + " is not part of a certificate")
                        .help("name an empty folder, or one that does not exist")));
    return problems;
  }

  private Optional<String> otherFile() {
    try {
      return CertificateFolder.names(folder).stream()
          .filter(name -> !CertificateFolder.isPart(name))
          .findFirst();
    } catch (IOException e) {
      return Optional.of(folder.toString());
    }
  }

  /** Adds the proofs of a variant. */
  public void add(String label, VariantOutcome.Verified verified) {
    variants.add(CertifiedVariant.of(label, verified));
  }

  /** The outcome of writing. */
  public sealed interface Outcome {
    /**
     * The certificate is written.
     *
     * @param claims the number of claims, counted in each run
     * @param others the claims that hold and are not in it, each with the reason
     */
    record Written(int claims, List<String> others) implements Outcome {
      /** Copies the list. */
      public Written {
        others = List.copyOf(others);
      }

      /** Returns a line such as {@code certificate: 12 claims in cert}. */
      public String line(Path folder) {
        return "certificate: " + Counted.of(claims, "claim") + " in " + folder;
      }
    }

    /** No claim is proved, so there is no certificate. */
    record Nothing() implements Outcome {}

    /** The certificate could not be written. */
    record Failed(List<Diagnostic> problems) implements Outcome {}
  }

  /** Writes the certificate of the variants that were added. */
  public Outcome write(Verify.Ready inputs) {
    int claims =
        variants.stream()
            .flatMap(variant -> variant.runs().stream())
            .mapToInt(run -> run.claims().size())
            .sum();
    if (claims == 0) {
      return new Outcome.Nothing();
    }
    try {
      Certificate certificate = CertificateDocument.of(inputs, files.digests(), variants);
      put(certificate);
      return new Outcome.Written(
          claims,
          variants.stream()
              .flatMap(variant -> variant.runs().stream())
              .flatMap(run -> run.uncertified().stream())
              .map(each -> each.claim().key() + ": " + each.reason())
              .toList());
    } catch (IOException e) {
      return new Outcome.Failed(
          List.of(
              Diagnostic.errorIn(
                      Code.ZC1501, folder.toString(), "the certificate cannot be written")
                  .note(e.getClass().getSimpleName() + ": " + e.getMessage())));
    }
  }

  private void put(Certificate certificate) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(Certificate.DOCUMENT));
    for (String name : CertificateFolder.names(folder)) {
      if (CertificateFolder.isPart(name)) {
        Files.delete(folder.resolve(name));
      }
    }
    // The document is written last.
    for (String name : certificate.files().keySet()) {
      if (!name.equals(Certificate.DOCUMENT)) {
        WholeFile.write(folder.resolve(name), certificate.text(name));
      }
    }
    WholeFile.write(folder.resolve(Certificate.DOCUMENT), certificate.text(Certificate.DOCUMENT));
  }
}
