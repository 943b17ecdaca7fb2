package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.Answer.Row;
import dev.zonec.verifier.query.QueryEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Proofs about compiled policies, also after somebody edited them, agree with the answers of
 * queries: a proved claim holds for the declared pods, and a counterexample with declared pods is
 * among the answers.
 */
final class CompiledAnswersProperty {
  private static final Span SPAN = new Span(new SourceText("question", ""), 0, 0);
  private static final int[] PORTS = {1, 53, 80, 85, 4242, 65535};
  private static final Map<String, Integer> COMPARED = new TreeMap<>();

  @AfterContainer
  static void everyVerdictWasCompared() {
    assertThat(COMPARED)
        .containsKeys(
            "proved NoUndeclaredConnection",
            "refuted NoUndeclaredConnection",
            "proved Never",
            "there");
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void proofsAndAnswersAgree(@ForAll long seed) {
    compare(new RandomProgram(seed), seed);
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void proofsAboutManyNamespacesAndAnswersAgree(@ForAll long seed) {
    compare(RandomProgram.withPattern(seed), seed);
  }

  private static void compare(RandomProgram program, long seed) {
    Random random = new Random(seed);
    String text = program.text() + String.join("\n", claims(program, random)) + "\n";
    CompiledWorld compiled = CompiledWorld.of(text, CompiledWorld.pods(random)).orElseThrow();
    List<Policy> policies = compiled.policies();
    for (int edits = random.nextInt(3); edits > 0; edits--) {
      Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
      policies = mutation.of(policies, random).orElse(policies);
    }
    World world = compiled.with(policies);
    List<Row> rows = rows(world, compiled.program());
    String about = "%s\nwith %s, seed %d".formatted(text, policies, seed);
    for (ClaimVerdict decided : verify(world, compiled)) {
      switch (decided.verdict()) {
        case Verdict.Proved proved -> {
          count("proved ", decided.claim());
          holds(decided.claim(), compiled.program(), rows, about);
        }
        case Verdict.Refuted(var counterexamples) -> {
          count("refuted ", decided.claim());
          counterexamples.forEach(each -> isThere(each, rows, about));
        }
        case Verdict.Waived waived -> {}
        case Verdict.Accepted accepted -> {}
        case Verdict.Inconclusive inconclusive -> {}
        case Verdict.EmptyParty empty -> {}
      }
    }
  }

  private static List<String> claims(RandomProgram program, Random random) {
    List<String> zones = program.zones();
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String one = zones.get(random.nextInt(zones.size()));
      String other = zones.get(random.nextInt(zones.size()));
      claims.add(
          switch (random.nextInt(3)) {
            case 0 -> "assert c%d: isolated %s".formatted(i, one);
            case 1 -> "assert c%d: only %s -> %s".formatted(i, one, other);
            default -> "assert c%d: never %s -> %s : tcp/80".formatted(i, one, other);
          });
    }
    return claims;
  }

  private static List<ClaimVerdict> verify(World world, CompiledWorld compiled) {
    return new Verification(
            world,
            compiled.program(),
            Reading.MAY,
            Deadline.in(Duration.ofMinutes(2)),
            List.of(),
            new Coverage.Whole(),
            compiled.scope())
        .run()
        .verdicts();
  }

  private static List<Row> rows(World world, ZoneProgram program) {
    Query.End all = new Query.End.Anywhere(SPAN);
    Query query = new Query(all, false, all, new Service.Anything(), Query.Route.ANY);
    return ((Answer.Connections) new QueryEngine(world, program, Reading.MAY).answer(query, 1))
        .rows();
  }

  private static void count(String verdict, Claim claim) {
    String kind =
        claim instanceof Claim.Asserted(Assertion assertion)
            ? assertion.getClass().getSimpleName()
            : claim.getClass().getSimpleName();
    COMPARED.merge(verdict + kind, 1, Integer::sum);
  }

  private static void holds(Claim claim, ZoneProgram program, List<Row> rows, String about) {
    switch (claim) {
      case Claim.NoUndeclaredConnection extra -> declared(program.zones(), program, rows, about);
      case Claim.Asserted(Assertion.Isolated isolated) ->
          declared(isolated.zones(), program, rows, isolated + ", " + about);
      case Claim.Asserted(Assertion.Never never) -> {
        for (Row row : rows) {
          boolean asked =
              in(row.from().endpoint(), never.from()) && in(row.to().endpoint(), never.to());
          assertThat(asked && opens(row, never.service()))
              .as("%s: %s, %s", row, never, about)
              .isFalse();
        }
      }
      case Claim.Asserted(Assertion.Only only) -> {
        for (Row row : rows) {
          assertThat(in(row.to().endpoint(), only.to()) && !in(row.from().endpoint(), only.from()))
              .as("%s: %s, %s", row, only, about)
              .isFalse();
        }
      }
      case Claim.Asserted asserted -> throw new AssertionError("not asserted: " + asserted);
      case Claim.NoBlockedFlow missing -> {}
      case Claim.NoUndeclaredPath path -> {}
      case Claim.FreeEndsAdmit free -> {}
      case Claim.NoSharedPod shared -> {}
    }
  }

  private static void declared(
      List<? extends Party> parties, ZoneProgram program, List<Row> rows, String about) {
    Intent intent = new Intent(program);
    for (Row row : rows) {
      if (in(row.from().endpoint(), parties) || in(row.to().endpoint(), parties)) {
        for (Transport.Ported port : samples(row)) {
          Connection connection =
              new Connection(row.from().endpoint(), row.to().endpoint(), Family.IPV4, port);
          assertThat(intent.declares(connection)).as("%s on %s: %s", row, port, about).isTrue();
        }
      }
    }
  }

  private static boolean opens(Row row, Service service) {
    return samples(row).stream().anyMatch(p -> Intent.opens(service, p, row.to().endpoint()));
  }

  /** Checks that a counterexample between declared ends is among the answers. */
  private static void isThere(Counterexample counterexample, List<Row> rows, String about) {
    List<Hop> hops =
        switch (counterexample) {
          case Counterexample.UndeclaredConnection(Hop hop) -> List.of(hop);
          case Counterexample.UndeclaredPath path -> path.hops();
          case Counterexample.BrokenAssertion broken -> broken.hops();
          case Counterexample.BlockedFlow blocked -> List.of();
          case Counterexample.BlockedConnection blocked -> List.of();
          case Counterexample.Unreachable blocked -> List.of();
          case Counterexample.SharedPod both -> List.of();
        };
    for (Hop hop : hops) {
      if (hop.from().declared()
          && hop.to().declared()
          && !hop.from().label().equals(hop.to().label())
          && hop.transport() instanceof Transport.Ported port) {
        COMPARED.merge("there", 1, Integer::sum);
        assertThat(
                rows.stream()
                    .filter(row -> row.from().label().equals(hop.from().label()))
                    .filter(row -> row.to().label().equals(hop.to().label()))
                    .anyMatch(row -> isOpen(row, port)))
            .as("%s -> %s on %s: %s", hop.from().label(), hop.to().label(), port, about)
            .isTrue();
      }
    }
  }

  private static boolean isOpen(Row row, Transport.Ported port) {
    return row.ports().ranges().containsKey(port.protocol())
        && row.ports().ranges().get(port.protocol()).contains(port.port());
  }

  private static boolean in(Endpoint endpoint, List<? extends Party> parties) {
    return parties.stream().anyMatch(party -> party.contains(endpoint));
  }

  /** Returns the first and last ports of the ranges of a row, and some in between. */
  private static List<Transport.Ported> samples(Row row) {
    List<Transport.Ported> samples = new ArrayList<>();
    for (Protocol protocol : row.ports().ranges().keySet()) {
      for (PortRange range : row.ports().ranges().get(protocol).ranges()) {
        samples.add(new Transport.Ported(protocol, range.first()));
        samples.add(new Transport.Ported(protocol, range.last()));
      }
      for (int port : PORTS) {
        Transport.Ported some = new Transport.Ported(protocol, port);
        if (isOpen(row, some)) {
          samples.add(some);
        }
      }
    }
    return samples;
  }
}
