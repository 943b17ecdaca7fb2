package dev.zonec.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests which verdicts are printed only once, and how the others are counted. */
final class VerificationReportTest {
  private static final ZoneProgram PROGRAM = new RandomCase(1, false).program();
  private static final Span PLACE = new Span(new SourceText("shop.zone", "allow web -> api"), 0, 5);

  @Test
  void equalCounterexamplesArePrintedOnce() {
    assertThat(refuted(new Claim.NoBlockedFlow(), blocked("web", 80), blocked("web", 80)))
        .hasSize(1);
    assertThat(refuted(new Claim.NoUndeclaredConnection(), allowed("web", 80), allowed("web", 80)))
        .hasSize(1);
    assertThat(refuted(new Claim.FreeEndsAdmit(), blockedFree("web"), blockedFree("web")))
        .hasSize(1);
  }

  @Test
  void differentCounterexamplesAreBothPrinted() {
    assertThat(refuted(new Claim.NoBlockedFlow(), blocked("web", 80), blocked("web", 81)))
        .hasSize(2);
    assertThat(refuted(new Claim.NoBlockedFlow(), blocked("web", 80), blocked("api", 80)))
        .hasSize(2);
    assertThat(refuted(new Claim.NoUndeclaredConnection(), allowed("web", 80), allowed("api", 80)))
        .hasSize(2);
    assertThat(
            refuted(
                new Claim.NoUndeclaredConnection(),
                allowed("web", 80),
                allowed("api", 80),
                allowed("web", 80)))
        .hasSize(2);
  }

  @Test
  void furtherClaimsWithTheSameReasonAreCounted() {
    assertThat(inconclusive(2))
        .containsExactly(
            "assertion `a0` is inconclusive: the time ran out",
            "assertion `a1` is inconclusive: the time ran out");
    assertThat(inconclusive(3)).contains("1 more claim is inconclusive: the time ran out");
    assertThat(inconclusive(4)).contains("2 more claims are inconclusive: the time ran out");
  }

  private static List<String> inconclusive(int claims) {
    return messages(
        IntStream.range(0, claims)
            .mapToObj(
                i ->
                    new ClaimVerdict(
                        new Claim.Asserted(
                            new Assertion.Isolated("a" + i, List.of(anyone()), PLACE)),
                        new Verdict.Inconclusive("the time ran out", List.of())))
            .toList());
  }

  private static List<String> refuted(Claim claim, Counterexample... counterexamples) {
    return messages(
        List.of(new ClaimVerdict(claim, new Verdict.Refuted(List.of(counterexamples)))));
  }

  private static List<String> messages(List<ClaimVerdict> verdicts) {
    return new VerificationReport(PROGRAM)
        .diagnostics(new VerificationResult(verdicts, List.of(), List.of(), 0)).stream()
            .map(Diagnostic::message)
            .toList();
  }

  private static Party anyone() {
    return new Party.Anyone("any", true, PLACE);
  }

  private static Counterexample allowed(String source, int port) {
    return new Counterexample.UndeclaredConnection(hop(source, port));
  }

  private static Counterexample blocked(String source, int port) {
    Flow flow = new Flow(anyone(), anyone(), new Service.Anything(), false, PLACE);
    return new Counterexample.BlockedFlow(hop(source, port), flow);
  }

  private static Counterexample blockedFree(String source) {
    return new Counterexample.BlockedConnection(hop(source, 80));
  }

  private static Hop hop(String source, int port) {
    return new Hop(
        end(source, "192.0.2.1"),
        LabelChanges.NONE,
        end("api", "192.0.2.2"),
        Family.IPV4,
        new Transport.Ported(Protocol.TCP, port),
        new Decision.SamePod());
  }

  private static Witness end(String label, String address) {
    return new Witness(new Endpoint.External(IpAddress.parse(address).orElseThrow()), label, true);
  }
}
