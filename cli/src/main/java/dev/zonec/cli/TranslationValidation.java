package dev.zonec.cli;

import static java.util.stream.Collectors.toCollection;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.World;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Proves compiled policies of their program, read back from their text: the compiler is not
 * trusted.
 *
 * @param compiled what was compiled
 * @param read the manifests, for the namespaces' labels
 * @param deadline when to give up
 */
record TranslationValidation(Compilation.Compiled compiled, ReadManifests read, Deadline deadline) {
  /** The texts of {@code policies}, named so that reports tell them from files. */
  static List<SourceText> texts(List<PolicyFile> policies) {
    return policies.stream()
        .map(file -> new SourceText("(compiled) " + file.path(), file.text()))
        .toList();
  }

  /** Reports what does not hold, and gives the exit code for it. */
  Optional<ExitCode> failure(Console console) {
    Optional<ExitCode> failed = failure(compiled.program(), console);
    for (ZoneProgram alike : compiled.alike()) {
      failed = failed.isPresent() ? failed : failure(alike, console);
    }
    return failed;
  }

  private Optional<ExitCode> failure(ZoneProgram program, Console console) {
    ReadManifests back = ManifestReading.compiled(texts(compiled.policies()));
    if (!back.gaps().isEmpty()) {
      console.report(back.gaps().stream().map(gap -> gap.problem()).toList());
      return Optional.of(bug(console));
    }
    World world = World.of(read.world().namespaces(), back.world().policies());
    ZoneProgram claims =
        PatternNamespaces.of(program, read.world())
            .withoutStandIns()
            .instances()
            .withoutAssertions();
    VerificationResult result =
        new Verification(
                world,
                claims,
                Reading.MAY,
                deadline,
                List.of(),
                new Coverage.Whole(),
                scope(program))
            .run();
    if (result.allProved()) {
      return Optional.empty();
    }
    PolicyOrigins origins = PolicyOrigins.of(claims, back.world().policies());
    console.report(new VerificationReport(claims, origins).diagnostics(result));
    if (!result.anyRefuted()) {
      return Optional.of(ExitCode.INCONCLUSIVE);
    }
    return Optional.of(
        assumesLabels()
                || result.findings().stream().allMatch(TranslationValidation::isTheProgramsFault)
            ? ExitCode.VIOLATION
            : bug(console));
  }

  /**
   * Only declared namespaces can be governed, and those that policies were written for as if they
   * had the labels of a zone; whether others join a zone is for verify to say.
   */
  private NamespaceScope scope(ZoneProgram program) {
    List<NamespaceSet> byLabels =
        program.zones().stream()
            .flatMap(zone -> zone.pods().terms().stream())
            .map(term -> term.namespaces())
            .filter(TranslationValidation::isByLabels)
            .toList();
    if (byLabels.isEmpty()) {
      return new NamespaceScope.Anywhere();
    }
    TreeSet<String> names =
        read.catalog().stream().map(Namespace::name).collect(toCollection(TreeSet::new));
    if (assumesLabels()) {
      byLabels.stream().flatMap(TranslationValidation::named).forEach(names::add);
    }
    return new NamespaceScope.Within(names);
  }

  private static Stream<String> named(NamespaceSet namespaces) {
    return switch (namespaces) {
      case NamespaceSet.Selected selected -> Stream.of();
      case NamespaceSet.Named(var names, var labels) -> names.stream();
    };
  }

  private static boolean isByLabels(NamespaceSet namespaces) {
    return switch (namespaces) {
      case NamespaceSet.Selected selected -> true;
      case NamespaceSet.Named(var names, var labels) -> !labels.selectsEverything();
    };
  }

  /** Whether policies were written on the assumption that a namespace has some labels. */
  private boolean assumesLabels() {
    return compiled.warnings().stream().anyMatch(warning -> warning.code() == Code.ZC0705);
  }

  /** A flow with foreign pods may be blocked by the default deny of a namespace that holds them. */
  private static boolean isTheProgramsFault(VerificationResult.Finding finding) {
    return switch (finding.verdict()) {
      case Verdict.Refuted(var counterexamples) ->
          finding.claim() instanceof Claim.NothingMissing
              && counterexamples.stream().allMatch(TranslationValidation::concernsForeignPods);
      case Verdict.Proved proved -> true;
      case Verdict.Waived waived -> true;
      case Verdict.Inconclusive inconclusive -> true;
      case Verdict.Vacuous vacuous -> true;
    };
  }

  private static boolean concernsForeignPods(Counterexample counterexample) {
    return counterexample instanceof Counterexample.Blocked blocked
        && blocked
            .declaredBy()
            .filter(
                flow ->
                    flow.from() instanceof dev.zonec.model.program.Party.ForeignPods
                        || flow.to() instanceof dev.zonec.model.program.Party.ForeignPods)
            .isPresent();
  }

  private static ExitCode bug(Console console) {
    console.remark("zonec: the compiled policies are not what the program says: a bug in zonec");
    return ExitCode.BUG;
  }
}
