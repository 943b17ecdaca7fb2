package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.proof.ProofSession;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session proves of edits that follow each other. */
final class SessionTest {
  private final CompiledWorld compiled =
      CompiledWorld.of(
              """
              module shop
              zone web { namespace n1 pods app=web }
              zone db { namespace n2 pods app=db }
              allow web -> db : tcp/80
              assert sealed: no path db ~> web
              """,
              "")
          .orElseThrow();

  private final ProofSession session = new ProofSession();

  private VerificationResult verify(List<Policy> policies) {
    return session.verify(
        new Verification(
            World.of(List.of(), policies),
            compiled.program(),
            Reading.MAY,
            Deadline.never(),
            List.of()));
  }

  /** Each rule of the namespace and direction admits one more port. */
  private static List<Policy> opened(List<Policy> policies, String namespace, Direction direction) {
    List<Policy> edited = new ArrayList<>();
    for (Policy policy : policies) {
      List<Rule> rules = policy.rules(direction).stream().map(rule -> withPort(rule)).toList();
      edited.add(
          policy.namespace().equals(namespace) ? policy.withRules(direction, rules) : policy);
    }
    return edited;
  }

  private static Rule withPort(Rule rule) {
    List<PolicyPort> ports = new ArrayList<>(rule.ports());
    ports.add(
        new PolicyPort(new PortClause.Numbered(Protocol.TCP, new PortRange(81, 81)), rule.span()));
    return new Rule(rule.peers(), ports, rule.span());
  }

  /** Each side alone opens nothing, because the other side denies the port. */
  @Test
  void anEditThatCompletesAnEarlierOneIsNoticed() {
    List<Policy> written = compiled.policies();
    assertThat(verify(written).allProved()).isTrue();
    List<Policy> ingress = opened(written, "n2", Direction.INGRESS);
    assertThat(verify(ingress).allProved()).isTrue();
    assertThat(session.kept()).isEqualTo(1);
    List<Policy> egress = rulesWithPort80(written, ingress);
    assertThat(verify(egress).allProved()).isFalse();
    assertThat(verify(ingress).allProved()).isTrue();
    assertThat(session.kept()).isEqualTo(2);
  }

  /** Only the rules of egress to the database admit the port, and not those to DNS. */
  private static List<Policy> rulesWithPort80(List<Policy> written, List<Policy> edited) {
    List<Policy> all = new ArrayList<>();
    for (int i = 0; i < edited.size(); i++) {
      Policy policy = edited.get(i);
      List<Rule> rules = new ArrayList<>();
      for (Rule rule : policy.egress()) {
        boolean toDatabase =
            rule.ports().stream()
                .anyMatch(
                    port ->
                        port.clause()
                            .equals(new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80))));
        rules.add(toDatabase && written.get(i).namespace().equals("n1") ? withPort(rule) : rule);
      }
      all.add(policy.withRules(Direction.EGRESS, rules));
    }
    return all;
  }

  /** Harmless changes of one side, one after the other, and in both orders. */
  @Test
  void partsThatNeedTheOtherSideAreRemembered() {
    List<Policy> written = compiled.policies();
    verify(written);
    List<Policy> egress = rulesWithPort80(written, written);
    assertThat(verify(egress).allProved()).isTrue();
    assertThat(session.kept()).isEqualTo(1);
    assertThat(verify(opened(egress, "n2", Direction.INGRESS)).allProved()).isFalse();
    assertThat(session.kept()).isEqualTo(1);
  }
}
