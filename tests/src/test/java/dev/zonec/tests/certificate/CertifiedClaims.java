package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.certificate.CheckedRuns;
import dev.zonec.application.certificate.InvariantData;
import dev.zonec.application.certificate.InvariantReader;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.ClaimReader;
import dev.zonec.checker.document.ClaimReading;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.checker.solver.Answer;
import dev.zonec.checker.solver.Scripts;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.proof.CertifiedClaim;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.PathPart;
import dev.zonec.verifier.proof.Recomputation;
import dev.zonec.verifier.proof.Recomputed;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Confirms the proofs of a verification in each way in which a certificate is confirmed, and counts
 * what was confirmed.
 */
public final class CertifiedClaims {
  private int obligations;
  private int claims;
  private int invariants;

  /** Returns the number of obligations that were confirmed. */
  public int obligations() {
    return obligations;
  }

  /** Returns the number of claims that were confirmed. */
  public int claims() {
    return claims;
  }

  /** Returns the number of invariants that were written and read. */
  public int invariants() {
    return invariants;
  }

  /**
   * Confirms the proofs of {@code verification}.
   *
   * @param description the case, for messages
   */
  public void confirm(Verification verification, String description) {
    VerificationResult result = verification.certified().run();
    Set<String> proved =
        result.verdicts().stream()
            .filter(
                each ->
                    each.verdict() instanceof Verdict.Proved
                        || each.verdict() instanceof Verdict.Waived)
            .map(each -> each.claim().key())
            .collect(Collectors.toSet());
    assertThat(result.certified()).as(description).hasSameSizeAs(verification.addresses());
    for (CertifiedRun run : result.certified()) {
      Set<String> keys = new HashSet<>(run.keys());
      for (CertifiedRun.Uncertified without : run.uncertified()) {
        assertThat(without.reason()).as(description).contains("waivers");
        assertThat(keys.add(without.claim().key())).as(description).isTrue();
      }
      assertThat(keys).as(description).isEqualTo(proved);
      confirm(verification, run, description);
    }
  }

  private void confirm(Verification verification, CertifiedRun run, String description) {
    Recomputation computation =
        part(verification.recomputation(run.addresses(), run.disjoint()), description);
    List<CertifiedClaim> again = new ArrayList<>();
    List<ClaimDocument> documents = new ArrayList<>();
    for (CertifiedClaim claim : run.claims()) {
      String name = claim.claim().key() + " of " + description;
      assertImpossible(run, claim, name);
      JsonNode document = document(run, claim);
      again.add(recomputed(computation, claim, document, name));
      documents.add(read(document, name));
    }
    CertifiedRun same = part(computation.run(again), description);
    for (int i = 0; i < run.claims().size(); i++) {
      assertThat(same.script(same.claims().get(i)))
          .as(run.claims().get(i).claim().key() + " of " + description)
          .isEqualTo(run.script(run.claims().get(i)));
    }
    List<Result> results =
        new OpenCheck(CheckedRuns.of(verification.in(run.addresses()), run), time())
            .check(documents);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i))
          .as(run.claims().get(i).claim().key() + " of " + description)
          .isInstanceOf(Result.Confirmed.class);
    }
    claims += results.size();
  }

  private void assertImpossible(CertifiedRun run, CertifiedClaim claim, String name) {
    if (claim.obligations().isEmpty()) {
      return;
    }
    List<Answer> answers = new Scripts(time()).run(run.script(claim));
    assertThat(answers)
        .as(name)
        .hasSameSizeAs(claim.obligations())
        .allMatch(answer -> answer instanceof Answer.Impossible);
    obligations += answers.size();
  }

  private JsonNode document(CertifiedRun run, CertifiedClaim claim) {
    InvariantData data = new InvariantData(run.vocabulary());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("claim", claim.claim().key());
    if (claim.instance() > 0) {
      fields.put("instance", claim.instance());
    }
    claim.follows().ifPresent(other -> fields.put("follows", other.key()));
    List<Object> parts = new ArrayList<>();
    for (PathPart part : claim.parts()) {
      Map<String, Object> fieldsOfPart = new LinkedHashMap<>();
      fieldsOfPart.put("waivers", part.excused());
      if (part.invariants().isEmpty()) {
        fieldsOfPart.put("empty", true);
      } else {
        List<Object> sets = new ArrayList<>();
        part.invariants().get().sets().forEach(set -> sets.add(data.of(set)));
        invariants += sets.size();
        fieldsOfPart.put("invariants", sets);
      }
      parts.add(fieldsOfPart);
    }
    if (!parts.isEmpty()) {
      fields.put("paths", parts);
    }
    JsonMapper json = JsonMapper.shared();
    return json.readTree(json.writeValueAsString(fields));
  }

  private static CertifiedClaim recomputed(
      Recomputation computation, CertifiedClaim claim, JsonNode document, String name) {
    InvariantReader reader = new InvariantReader(computation.vocabulary());
    List<PathPart> parts = new ArrayList<>();
    for (int i = 0; i < claim.parts().size(); i++) {
      parts.add(
          new PathPart(
              claim.parts().get(i).excused(),
              part(reader.part(document.path("paths").path(i)), name)));
    }
    return part(
        computation.claim(
            new Recomputation.Hint(
                claim.claim().key(),
                claim.instance(),
                claim.obligations().stream().map(CertifiedClaim.Chosen::sufficient).toList(),
                parts)),
        name);
  }

  private static ClaimDocument read(JsonNode document, String name) {
    return switch (ClaimReader.read(document)) {
      case ClaimReading.Read(var read) -> read;
      case ClaimReading.Malformed(String problem) -> throw new AssertionError(name + problem);
    };
  }

  private static <T> T part(Recomputed<T> recomputed, String description) {
    return switch (recomputed) {
      case Recomputed.Part<T>(T value) -> value;
      case Recomputed.Invalid<T>(String reason) ->
          throw new AssertionError(description + ": " + reason);
    };
  }

  private static Deadline time() {
    return Deadline.in(Duration.ofMinutes(5));
  }
}
