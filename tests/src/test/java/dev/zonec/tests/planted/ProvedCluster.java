package dev.zonec.tests.planted;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the engine says about the claim of a planted cluster. */
final class ProvedCluster {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private ProvedCluster() {}

  /** Returns the verdict on the only assertion of the program. */
  static Verdict verdict(PlantedCluster cluster) {
    Manifests manifests =
        ManifestReader.read(List.of(new SourceText("planted.yaml", cluster.manifests())));
    WorldReading reading = new WorldReader().read(manifests);
    if (!manifests.unreadable().isEmpty() || !reading.problems().isEmpty()) {
      throw new AssertionError(manifests.unreadable() + " " + reading.problems());
    }
    return new Verification(
            reading.world(),
            program(cluster),
            Reading.MAY,
            Deadline.in(Duration.ofMinutes(5)),
            List.of())
        .ofAssertions()
        .verdicts()
        .getFirst()
        .verdict();
  }

  private static ZoneProgram program(PlantedCluster cluster) {
    ProgramSources sources =
        ProgramSources.of(List.of(Source.of("planted.zone", cluster.program())));
    return switch (Compiler.compile(sources, new CompileOptions(DAY, List.of()))) {
      case Compilation.Compiled compiled -> compiled.program();
      case Compilation.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  /** Returns the hops of the path that refutes the claim. */
  static List<Hop> path(Verdict.Refuted refuted) {
    return refuted.counterexamples().getFirst() instanceof Counterexample.BrokenAssertion broken
        ? broken.hops()
        : List.of();
  }

  /** Returns the lines of the rules that allow a hop. */
  static Stream<Integer> lines(Hop hop) {
    return hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        ? Stream.of(egress, ingress).flatMap(ProvedCluster::lines)
        : Stream.of();
  }

  private static Stream<Integer> lines(SideDecision side) {
    return switch (side.decisive()) {
      case SideDecision.Admitted admitted ->
          admitted.by().stream().map(match -> match.rule().span().line());
      case SideDecision.Decided decided -> Stream.of(decided.by().rule().span().line());
      default -> Stream.of();
    };
  }
}
