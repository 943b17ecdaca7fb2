package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Compiled policies are proved. After a mutation, they are refuted if and only if they allow
 * connections that no flow declares, or deny connections that a flow declares.
 */
final class MutationProperty {
  private static final int MUTATIONS = 4;

  private static final List<Mutation> KINDS = List.of(Mutation.values());

  private static int refuted;
  private static int proved;

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void mutationsAreRefutedIfAndOnlyIfTheyDoHarm(@ForAll long seed) {
    RandomProgram text = new RandomProgram(seed);
    Random random = new Random(seed);
    Compilation.Compiled compiled = compile(text);
    List<Policy> policies = readBack(compiled);
    Enumeration all = new Enumeration(compiled.program(), text.text());
    boolean harmful =
        judge(compiled, policies, all, () -> "as compiled\n" + told(text, compiled, policies));
    assertThat(harmful).as(() -> told(text, compiled, policies)).isFalse();
    for (int i = 0; i < MUTATIONS; i++) {
      Mutation mutation = KINDS.get(random.nextInt(KINDS.size()));
      Optional<List<Policy>> mutated = mutation.of(policies, random);
      if (mutated.isPresent()) {
        boolean harmed =
            judge(
                compiled,
                mutated.get(),
                all,
                () -> mutation + "\n" + told(text, compiled, mutated.get()));
        if (mutation.isHarmless()) {
          assertThat(harmed).as(() -> mutation + " does no harm").isFalse();
        }
      }
    }
  }

  /** Checks that both results occur often, because otherwise the property would say little. */
  @AfterContainer
  static void bothVerdictsWereGiven() {
    assertThat(refuted).isGreaterThan(MUTATIONS * 10);
    assertThat(proved).isGreaterThan(MUTATIONS * 10);
  }

  /** Compares the verdicts with the enumeration. Returns whether the mutation does harm. */
  private static boolean judge(
      Compilation.Compiled compiled,
      List<Policy> policies,
      Enumeration all,
      Supplier<String> told) {
    Optional<Connection> extra = all.undeclaredAllowed(policies);
    Optional<Connection> missing = all.declaredBlocked(policies);
    boolean harmed = extra.isPresent() || missing.isPresent();
    VerificationResult result = verify(compiled, policies);
    for (ClaimVerdict decided : result.verdicts()) {
      switch (decided.claim()) {
        case Claim.NoUndeclaredConnection claim -> assertVerdict(decided, extra, told);
        case Claim.NoBlockedFlow claim -> assertVerdict(decided, missing, told);
        case Claim.NoUndeclaredPath claim -> {
          if (extra.isEmpty()) {
            assertVerdict(decided, Optional.empty(), told);
          }
        }
        case Claim.NoSharedPod shared -> throw new AssertionError("nothing is disjoint");
        case Claim.FreeEndsAdmit claim -> throw new AssertionError("not asked");
        case Claim.Asserted asserted -> throw new AssertionError("nothing is asserted");
      }
    }
    assertThat(result.allProved()).as(told).isEqualTo(!harmed);
    if (harmed) {
      refuted++;
    } else {
      proved++;
    }
    return harmed;
  }

  private static void assertVerdict(
      ClaimVerdict decided, Optional<Connection> against, Supplier<String> told) {
    Class<? extends Verdict> expected =
        against.isPresent() ? Verdict.Refuted.class : Verdict.Proved.class;
    assertThat(decided.verdict())
        .as(() -> decided.claim() + " with " + against + " against it: " + told.get())
        .isInstanceOf(expected);
  }

  private static VerificationResult verify(Compilation.Compiled compiled, List<Policy> policies) {
    World world = World.of(List.of(), policies);
    return new Verification(
            world, compiled.program(), Reading.MAY, Deadline.in(Duration.ofMinutes(5)), List.of())
        .run();
  }

  private static Compilation.Compiled compile(RandomProgram program) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("random.zone", program.text())));
    CompileOptions options = new CompileOptions(LocalDate.of(2026, 1, 1), List.of());
    return switch (Compiler.compile(sources, options)) {
      case Compilation.Compiled compiled -> compiled;
      case Compilation.Rejected(List<Diagnostic> problems) ->
          throw new AssertionError(problems + "\nin\n" + program.text());
    };
  }

  private static List<Policy> readBack(Compilation.Compiled compiled) {
    Manifests manifests =
        ManifestReader.read(List.of(new SourceText("compiled.yaml", compiled.stream())));
    WorldReading reading = new WorldReader().read(manifests);
    assertThat(manifests.unreadable()).as(compiled::stream).isEmpty();
    assertThat(reading.problems()).as(compiled::stream).isEmpty();
    assertThat(reading.world().policies()).hasSameSizeAs(compiled.policies());
    return reading.world().policies();
  }

  private static String told(
      RandomProgram text, Compilation.Compiled compiled, List<Policy> policies) {
    StringBuilder out = new StringBuilder(text.text()).append("\ncompiled\n");
    out.append(compiled.stream()).append("\nnow\n");
    for (Policy policy : policies) {
      out.append(policy).append(": ").append(policy.subject()).append(' ');
      out.append(policy.directions()).append("\n  ingress ").append(policy.ingress());
      out.append("\n  egress ").append(policy.egress()).append('\n');
    }
    return out.toString();
  }
}
