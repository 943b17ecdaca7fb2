package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.ProofSession;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A session gives the verdicts of a verification from the start after every edit of policies and
 * pods. Programs have assertions that hold about the compiled policies, and edits keep or violate
 * them.
 */
final class SessionProperty {
  private static final int EDITS = Integer.getInteger("zonec.edits", 8);

  private static final List<Mutation> KINDS = List.of(Mutation.values());
  private static final Span PLACE = new Span(new SourceText("asserted", ""), 0, 0);

  private static int kept;
  private static int violated;

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void editsAreProvedAsFromTheStart(@ForAll long seed) {
    Random random = new Random(seed);
    String text = new RandomProgram(seed).text();
    Optional<CompiledWorld> compiled = CompiledWorld.of(text, CompiledWorld.pods(random));
    if (compiled.isEmpty()) {
      return;
    }
    CompiledWorld world = compiled.get();
    // Without assertions, only the claims of every program notice what an edit does.
    ZoneProgram program =
        random.nextBoolean()
            ? world.program().withAssertions(List.of())
            : withProvedAssertions(world, random);
    World first = world.with(world.policies());
    try (ProofSession session = new ProofSession()) {
      session.verify(verification(world, program, first));
      List<Policy> policies = world.policies();
      World pods = first;
      for (int i = 0; i < EDITS; i++) {
        Mutation mutation = KINDS.get(random.nextInt(KINDS.size()));
        policies = mutation.of(policies, random).orElse(policies);
        pods =
            random.nextInt(4) == 0
                ? new CompiledWorld(program, world.scope(), policies, CompiledWorld.pods(random))
                    .with(policies)
                : pods;
        World edited = pods.withPolicies(policies.stream().sorted(Policy.ORDER).toList());
        int before = session.kept();
        String found = told(session.verify(verification(world, program, edited)).verdicts());
        List<ClaimVerdict> expected = verification(world, program, edited).run().verdicts();
        assertThat(found)
            .as(() -> mutation + "\n" + text + "\n" + edited.policies())
            .isEqualTo(told(expected));
        kept += session.kept() - before;
        if (expected.stream().anyMatch(each -> each.verdict() instanceof Verdict.Refuted)) {
          violated++;
          // Often take the edit back, and sometimes go on from the violation.
          policies = random.nextInt(3) == 0 ? policies : world.policies();
        }
      }
    }
  }

  private static Verification verification(
      CompiledWorld compiled, ZoneProgram program, World world) {
    return new Verification(
        world,
        program,
        Reading.MAY,
        Deadline.never(),
        List.of(),
        new Coverage.Whole(),
        compiled.scope());
  }

  private static String told(List<ClaimVerdict> verdicts) {
    return verdicts.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  /** Adds random assertions to the program and removes those that are not proved. */
  private static ZoneProgram withProvedAssertions(CompiledWorld compiled, Random random) {
    ZoneProgram asserted = compiled.program().withAssertions(assertions(compiled, random));
    Set<String> proved = new TreeSet<>();
    for (ClaimVerdict decided :
        verification(compiled, asserted, compiled.with(compiled.policies())).run().verdicts()) {
      if (decided.verdict() instanceof Verdict.Proved
          && decided.claim() instanceof Claim.Asserted(Assertion assertion)) {
        proved.add(assertion.name());
      }
    }
    return asserted.withAssertions(
        asserted.assertions().stream().filter(each -> proved.contains(each.name())).toList());
  }

  private static List<Assertion> assertions(CompiledWorld compiled, Random random) {
    List<Party> parties = new ArrayList<>(compiled.program().zones());
    parties.addAll(compiled.program().externals());
    parties.add(new Party.Anyone("any", random.nextBoolean(), PLACE));
    List<Party.Zone> zones = compiled.program().zones();
    List<Assertion> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          new Assertion.NoPath(
              "n" + i,
              List.of(oneOf(parties, random)),
              List.of(oneOf(parties, random)),
              random.nextInt(3) == 0 ? List.of(oneOf(parties, random)) : List.of(),
              random.nextInt(3) == 0 ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty(),
              PLACE));
      all.add(
          new Assertion.Never(
              "v" + i,
              List.of(oneOf(parties, random)),
              List.of(oneOf(parties, random)),
              service(random),
              PLACE));
      all.add(
          new Assertion.Only(
              "o" + i,
              List.of(oneOf(parties, random), oneOf(parties, random)),
              random.nextBoolean() ? List.of(oneOf(parties, random)) : List.of(),
              List.of(oneOf(parties, random)),
              service(random),
              PLACE));
      all.add(
          new Assertion.Reachable(
              "r" + i,
              List.of(oneOf(parties, random)),
              List.of(oneOf(parties, random)),
              service(random),
              PLACE));
    }
    zones.forEach(zone -> all.add(new Assertion.Isolated("i" + zone.name(), List.of(zone), PLACE)));
    return all;
  }

  private static Service service(Random random) {
    return random.nextInt(3) == 0
        ? new Service.Anything()
        : new Service.Listed(List.of(new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80))));
  }

  private static <T> T oneOf(List<? extends T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /**
   * Checks that both kinds of edits occur often, because otherwise the property would say little.
   */
  @AfterContainer
  static void editsKeepAndViolate() {
    assertThat(kept).as("kept").isGreaterThan(20);
    assertThat(violated).as("violated").isGreaterThan(20);
  }
}
