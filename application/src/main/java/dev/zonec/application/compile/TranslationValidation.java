package dev.zonec.application.compile;

import static java.util.stream.Collectors.toCollection;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compilation;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.VerificationReport;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Proves that compiled policies, read back from their text, allow exactly the connections of their
 * program: the compiler is not trusted.
 *
 * @param read the manifests, for the labels of namespaces
 * @param deadline when to give up
 */
record TranslationValidation(Compilation.Compiled compiled, ReadManifests read, Deadline deadline) {
  /** The verdict: the first one that is not proved, of the program and of its other variants. */
  Validation validation() {
    Validation validation = validation(compiled.program());
    for (ZoneProgram alike : compiled.alike()) {
      if (validation instanceof Validation.Proved) {
        validation = validation(alike);
      }
    }
    return validation;
  }

  private Validation validation(ZoneProgram program) {
    ReadManifests back = ReadManifests.ofCompiled(compiled.policies());
    if (!back.gaps().isEmpty()) {
      return new Validation.Miscompiled(back.problems());
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
      return new Validation.Proved();
    }
    PolicyOrigins origins = PolicyOrigins.of(claims, back.world().policies());
    List<Diagnostic> findings = new VerificationReport(claims, origins).diagnostics(result);
    if (!result.anyRefuted()) {
      return new Validation.Inconclusive(findings);
    }
    return assumesLabels()
            || result.findings().stream().allMatch(TranslationValidation::isTheProgramsFault)
        ? new Validation.Violated(findings)
        : new Validation.Miscompiled(findings);
  }

  /**
   * The namespaces that the policies can govern: declared ones, and those that policies were
   * written for as if they had the labels of a zone. Whether other namespaces join a zone is a
   * question for verify.
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
          finding.claim() instanceof Claim.NoBlockedFlow
              && counterexamples.stream().allMatch(TranslationValidation::concernsForeignPods);
      case Verdict.Proved proved -> true;
      case Verdict.Waived waived -> true;
      case Verdict.Inconclusive inconclusive -> true;
      case Verdict.EmptyParty empty -> true;
    };
  }

  private static boolean concernsForeignPods(Counterexample counterexample) {
    return counterexample instanceof Counterexample.BlockedFlow(var hop, Flow flow)
        && (flow.from() instanceof Party.ForeignPods || flow.to() instanceof Party.ForeignPods);
  }
}
