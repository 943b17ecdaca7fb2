package dev.zonec.application.certificate;

import dev.zonec.application.verify.VariantVerification;
import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.proof.CertifiedClaim;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.PathPart;
import dev.zonec.verifier.proof.Recomputation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Computes a run of a certificate again. Only what cannot be computed from the inputs is read from
 * the certificate: which claims it contains, the invariants of paths, the pairs of zones that it
 * assumes to share no pod, and which policies each obligation contains.
 *
 * @param run the run in {@code certificate.json}
 */
record CertificateHints(JsonNode run) {
  /** Returns the values of the parameters of the run. */
  String variant() {
    return run.path(RunDocument.VARIANT).asString("");
  }

  /**
   * Returns the run with the obligations that follow from {@code prepared}.
   *
   * @throws InvalidCertificate if the run does not fit the inputs
   */
  CertifiedRun recomputed(VariantVerification.Preparation.Ready prepared)
      throws InvalidCertificate {
    Recomputation computation =
        InvalidCertificate.valid(
            prepared.verification().recomputation(addresses(), disjoint(prepared)));
    List<CertifiedClaim> claims = new ArrayList<>();
    for (JsonNode claim : run.path(RunDocument.CLAIMS)) {
      claims.add(InvalidCertificate.valid(computation.claim(hint(claim, computation))));
    }
    return InvalidCertificate.valid(computation.run(claims));
  }

  private CertifiedRun.Addresses addresses() throws InvalidCertificate {
    String word = run.path(RunDocument.ADDRESSES).asString("");
    for (CertifiedRun.Addresses addresses : CertifiedRun.Addresses.values()) {
      if (RunDocument.word(addresses).equals(word)) {
        return addresses;
      }
    }
    throw new InvalidCertificate("the addresses of a run are `declared` or `any`");
  }

  private List<Disjointness.Pair> disjoint(VariantVerification.Preparation.Ready prepared)
      throws InvalidCertificate {
    List<Disjointness.Pair> declared =
        prepared.verification().program().disjoint().stream()
            .flatMap(each -> each.pairs().stream())
            .toList();
    List<Disjointness.Pair> pairs = new ArrayList<>();
    for (JsonNode names : run.path(RunDocument.DISJOINT)) {
      String first = names.path(0).asString("");
      String second = names.path(1).asString("");
      pairs.add(
          declared.stream()
              .filter(pair -> pair.first().name().equals(first))
              .filter(pair -> pair.second().name().equals(second))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidCertificate(
                          "the program does not declare disjoint: " + first + ", " + second)));
    }
    return pairs;
  }

  private static Recomputation.Hint hint(JsonNode claim, Recomputation computation)
      throws InvalidCertificate {
    List<Boolean> sufficient = new ArrayList<>();
    for (JsonNode obligation : claim.path(RunDocument.OBLIGATIONS)) {
      sufficient.add(obligation.path(RunDocument.POLICIES).asString("").equals(RunDocument.SOME));
    }
    InvariantReader reader = new InvariantReader(computation.vocabulary());
    List<PathPart> parts = new ArrayList<>();
    for (JsonNode part : claim.path(RunDocument.PATHS)) {
      List<Boolean> excused = new ArrayList<>();
      for (JsonNode each : part.path(RunDocument.WAIVERS)) {
        excused.add(each.asBoolean(false));
      }
      parts.add(new PathPart(excused, reader.sets(part)));
    }
    return new Recomputation.Hint(
        claim.path(RunDocument.CLAIM).asString(""),
        claim.path(RunDocument.INSTANCE).asInt(0),
        sufficient,
        parts);
  }
}
