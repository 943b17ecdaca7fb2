package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.certificate.CertificateCheck;
import dev.zonec.application.certificate.CertificateOutcome;
import dev.zonec.application.certificate.InputFiles;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A certificate of a small program with every kind of claim, and its check without processes. */
final class SmallCertificate {
  private static final String PROGRAM =
      """
      module shop
      cluster { pods 10.0.0.0/8 }
      zone web { namespace shop  pods app=web }
      zone api { namespace shop  pods app=api }
      zone db { namespace data  pods tier=db }
      zone spare { namespace data  pods role=spare }
      external partners { cidr 203.0.113.0/24 }
      disjoint db, spare
      allow partners -> web : tcp/443
      allow web -> api : tcp/8080
      allow api -> db : tcp/5432
      assert direct: never web -> db
      assert only_api: only api -> db : tcp/5432
      assert spare_is_private: no path partners ~> spare
      assert behind_api: no path web ~> db except via api
      assert two_away: no path partners ~> db within 2 hops
      assert waived: no path web ~> {db, spare}
      waive waived for web ~> db {
        reason "the api reads for the web"
        approved_by @ciso
        expires 2099-01-01
      }
      assert sealed: isolated spare
      assert works: reachable web -> api : tcp/8080
      """;

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: shop}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: web, image: web}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: data, labels: {tier: db}}
      spec: {containers: [{name: db, image: db}]}
      """;

  private final SortedMap<String, String> files;
  private final CertificateCheck check;

  private SmallCertificate(SortedMap<String, String> files, CertificateCheck check) {
    this.files = files;
    this.check = check;
  }

  /** Verifies the program in {@code folder}, and writes its certificate there. */
  static SmallCertificate in(Path folder) throws IOException {
    return of(PROGRAM, MANIFESTS, folder, 0);
  }

  /**
   * Verifies another program, whose certificate may lack claims.
   *
   * @param exit the exit code of the verification
   */
  static SmallCertificate of(String text, String objects, Path folder, int exit)
      throws IOException {
    Path program = Files.writeString(folder.resolve("shop.zone"), text);
    Path manifests = Files.writeString(folder.resolve("k8s.yaml"), objects);
    Path certificate = folder.resolve("certificate");
    Run run =
        Run.zonec(
            "verify",
            program.toString(),
            "-m",
            manifests.toString(),
            "--certificate",
            certificate.toString());
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(certificate)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    InputFiles read = new InputFiles();
    Verify.Ready ready = (Verify.Ready) read.during(() -> Verify.of(request(program, manifests)));
    return new SmallCertificate(files, new CertificateCheck(ready, read.digests(), certificate));
  }

  private static VerifyRequest request(Path program, Path manifests) {
    return new VerifyRequest(
        new ProgramRequest(
            List.of(InputPath.of(program.toString())),
            GivenParams.NONE,
            new TreeMap<>(),
            List.of(),
            false,
            LocalDate.now(),
            ExpiredFlows.ERROR,
            List.of()),
        new ManifestRequest(
            List.of(InputPath.of(manifests.toString())),
            List.of(),
            InputStream.nullInputStream(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            "default",
            List.of()),
        VerifyRequest.Policies.PLAN_IF_NOT_WRITTEN,
        Reading.MAY);
  }

  /** Returns the files of the certificate. */
  SortedMap<String, String> files() {
    return new TreeMap<>(files);
  }

  /** Returns what the check of other files comes to. */
  CertificateOutcome outcome(SortedMap<String, String> others) {
    return check.outcome(others, Deadline.never());
  }

  /** Returns the check. */
  CertificateCheck check() {
    return check;
  }
}
