package dev.zonec.application.compile;

import static java.util.stream.Collectors.toCollection;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compilation;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet.NamespaceSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.Assumptions;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Proves that compiled policies, read back from their text, allow exactly the connections of their
 * program. This is a translation validation: each compilation is proved, and the compiler is not
 * trusted. See {@code spec/verification.md}, "Compilation".
 *
 * @param read the manifests, which give the labels of namespaces
 * @param ends the built-in externals whose addresses were found
 * @param deadline the deadline of the proof
 * @param known the questions to the solver that need not be asked again
 */
record TranslationValidation(
    Compilation.Compiled compiled,
    ReadManifests read,
    FoundEnds ends,
    Deadline deadline,
    ImpossibleQuestions known) {
  /**
   * Returns the first verdict that is not {@link Validation.Proved}, for the program and then for
   * its other variants with the same policies.
   */
  Validation validation() {
    Validation validation = validation(compiled.program());
    for (ZoneProgram variant : compiled.alike()) {
      if (validation instanceof Validation.Proved) {
        validation = validation(variant);
      }
    }
    return validation;
  }

  private Validation validation(ZoneProgram program) {
    ReadManifests readBack = ReadManifests.ofCompiled(compiled.policies());
    if (!readBack.gaps().isEmpty()) {
      return new Validation.Miscompiled(readBack.problems());
    }
    World world = World.of(read.world().namespaces(), readBack.world().policies());
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
            .knowing(known)
            .run();
    if (result.allProved()) {
      return new Validation.Proved(assumptions(program, claims, result));
    }
    PolicyOrigins origins = PolicyOrigins.of(claims, readBack.world().policies());
    List<Diagnostic> findings = new VerificationReport(claims, origins).diagnostics(result);
    if (result.conclusion() == Conclusion.INCONCLUSIVE) {
      return new Validation.Inconclusive(findings);
    }
    return assumesLabels()
            || result.verdicts().stream().allMatch(TranslationValidation::isCausedByProgram)
        ? new Validation.Violated(findings)
        : new Validation.Miscompiled(findings);
  }

  /**
   * Returns the namespaces that the claims are about: the declared ones, and the ones whose labels
   * the compiler assumed. {@code verify} covers other namespaces that join a zone.
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

  private List<String> assumptions(
      ZoneProgram program, ZoneProgram claims, VerificationResult result) {
    List<String> parts =
        new ArrayList<>(
            new Assumptions(
                    claims,
                    read.world(),
                    Reading.MAY,
                    ends,
                    PatternNamespaces.of(program, read.world()).withoutStandIns())
                .of(result));
    if (assumesLabels()) {
      parts.add("namespaces that no manifest declares have the labels of their zones");
    }
    return parts;
  }

  /** Whether the compiler assumed labels of a namespace that no manifest declares. */
  private boolean assumesLabels() {
    return compiled.warnings().stream().anyMatch(warning -> warning.code() == Code.ZC0705);
  }

  /**
   * Whether the program causes the violation: the default deny of a namespace can block a flow with
   * foreign pods in this namespace.
   */
  private static boolean isCausedByProgram(ClaimVerdict decided) {
    return switch (decided.verdict()) {
      case Verdict.Refuted(var counterexamples) ->
          decided.claim() instanceof Claim.NoBlockedFlow
              && counterexamples.stream().allMatch(TranslationValidation::concernsForeignPods);
      case Verdict.Proved proved -> true;
      case Verdict.Waived waived -> true;
      case Verdict.Accepted accepted -> true;
      case Verdict.Inconclusive inconclusive -> true;
      case Verdict.EmptyParty empty -> true;
    };
  }

  private static boolean concernsForeignPods(Counterexample counterexample) {
    return counterexample instanceof Counterexample.BlockedFlow(var hop, Flow flow)
        && (flow.from() instanceof Party.ForeignPods || flow.to() instanceof Party.ForeignPods);
  }
}
