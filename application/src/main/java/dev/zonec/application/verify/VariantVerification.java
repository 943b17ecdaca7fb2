package dev.zonec.application.verify;

import dev.zonec.application.baseline.BaselineWarnings;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.ignore.Sifted;
import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Accepting;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.query.ExternalCallerCheck;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.ExternalCallerText;
import dev.zonec.verifier.report.HostNetworkText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verification of one variant of a program.
 *
 * @param inputs the inputs
 * @param variant a variant of the inputs
 */
public record VariantVerification(Verify.Ready inputs, LoadedVariant variant) {
  /** Proves the claims of the variant. Claims that are open at the deadline are inconclusive. */
  public VariantOutcome outcome(Deadline deadline) {
    return switch (proved()) {
      case Policies.Rejected(var problems) -> new VariantOutcome.Rejected(problems);
      case Policies.Known(Proved proved, PlannedPatterns patterns) ->
          verified(prepared(proved, patterns, deadline));
    };
  }

  /** Returns the verification without running it; the reasons if the variant does not compile. */
  public Preparation prepared(Deadline deadline) {
    return switch (proved()) {
      case Policies.Rejected(var problems) -> new Preparation.Rejected(problems);
      case Policies.Known(Proved proved, PlannedPatterns patterns) ->
          prepared(proved, patterns, deadline).recomputable();
    };
  }

  /** A verification that is not run. */
  public sealed interface Preparation {
    /**
     * The variant does not compile, so there is no plan to prove.
     *
     * @param problems the reasons
     */
    record Rejected(List<Diagnostic> problems) implements Preparation {}

    /**
     * The verification.
     *
     * @param verification the verification
     * @param planned whether the policies are planned, rather than as written
     * @param namespaces the namespaces of {@code foreach} statements
     * @param origins the origins of the program's policies
     */
    record Ready(
        Verification verification,
        boolean planned,
        PatternNamespaces namespaces,
        PolicyOrigins origins)
        implements Preparation {}
  }

  /** The policies to prove, if the variant compiles. */
  private sealed interface Policies {
    record Rejected(List<Diagnostic> problems) implements Policies {}

    record Known(Proved proved, PlannedPatterns patterns) implements Policies {}
  }

  private Policies proved() {
    Progress.begin("compiling the program");
    World world = inputs.read().world();
    PlannedPolicies planned = PlannedPolicies.of(variant);
    // Written policies were compiled for one combination of values, and cannot hold for others.
    boolean plan =
        switch (inputs.request().policies()) {
          case PLAN -> true;
          case AS_WRITTEN -> false;
          case PLAN_IF_NOT_WRITTEN -> !planned.areWrittenIn(world);
        };
    PlannedPatterns patterns = PlannedPatterns.of(variant, inputs.sources(), world);
    if (!plan && variant.program().patterns().isEmpty()) {
      PolicyOrigins origins = CompiledOrigins.of(variant, inputs.sources(), inputs.read());
      return new Policies.Known(
          new Proved(world, false, headline(planned, origins), origins, List.of(), List.of()),
          patterns);
    }
    return switch (patterns.compiled(inputs.read().catalog())) {
      case Compilation.Rejected(var problems) ->
          new Policies.Rejected(problems.stream().filter(Diagnostic::isError).toList());
      case Compilation.Compiled compiled -> {
        ReadManifests readBack = ReadManifests.ofCompiled(compiled.policies());
        List<Policy> policies = readBack.world().policies();
        yield new Policies.Known(
            new Proved(
                plan ? planned.in(world, policies) : patterns.withStandIns(world, policies),
                plan,
                plan
                    ? ""
                    : headline(
                        planned, CompiledOrigins.of(variant, inputs.sources(), inputs.read())),
                PolicyOrigins.of(variant.program(), policies),
                compiled.warnings().stream()
                    .filter(VariantVerification::isAboutNamespaces)
                    .toList(),
                readBack.gaps()),
            patterns);
      }
    };
  }

  /**
   * The policies to prove.
   *
   * @param world the policies and all other objects
   * @param planned whether the policies are planned, rather than as written
   * @param headline which compiled files are out of date; empty if none is
   * @param assumptions warnings about namespaces for which policies were compiled
   * @param unread the gaps of compiled policies that could not be read back
   */
  private record Proved(
      World world,
      boolean planned,
      String headline,
      PolicyOrigins origins,
      List<Diagnostic> assumptions,
      List<Gap> unread) {}

  /**
   * Says which compiled files are out of date. A part of a cluster does not show what is missing.
   */
  private String headline(PlannedPolicies planned, PolicyOrigins compiled) {
    List<Policy> written = planned.writtenIn(inputs.read().world());
    return written.isEmpty() || !(inputs.read().coverage() instanceof Coverage.Whole)
        ? ""
        : new StaleFiles(inputs.request().program(), inputs.request().manifests())
            .headline(compiled.drift(written), written);
  }

  private static boolean isAboutNamespaces(Diagnostic warning) {
    return warning.code() == Code.ZC0705 || warning.code() == Code.ZC0210;
  }

  /**
   * A verification with what its report needs.
   *
   * @param warnings gaps, and warnings about pods and addresses
   * @param suppressed the warnings that comments suppress
   * @param certain whether every input was read
   */
  private record Prepared(
      Proved proved,
      Verification verification,
      PatternNamespaces namespaces,
      List<Diagnostic> warnings,
      List<Suppressed> suppressed,
      boolean certain) {
    Preparation recomputable() {
      return new Preparation.Ready(verification, proved.planned(), namespaces, proved.origins());
    }
  }

  private Prepared prepared(Proved proved, PlannedPatterns patterns, Deadline deadline) {
    World world = proved.world();
    PatternNamespaces namespaces = patterns.among(world);
    ZoneProgram program = namespaces.instances();
    ReadManifests read = inputs.read();
    Reading may = inputs.request().may();
    HostNetworkText hosts = new HostNetworkText(world, program, may);
    List<Gap> gaps = new ArrayList<>(proved.unread());
    hosts.gaps().forEach(problem -> gaps.add(new Gap(problem)));
    boolean closed = inputs.request().world() == VerifyRequest.World.CLOSED;
    if (closed) {
      gaps.addAll(UnknownPods.gaps(read, may));
    }
    List<Diagnostic> warnings = new ArrayList<>(proved.assumptions());
    gaps.forEach(gap -> warnings.add(gap.problem()));
    Sifted onHosts = sifted(hosts.warnings(true));
    Sifted callers = sifted(ExternalCallerText.of(world, program, may));
    warnings.addAll(onHosts.remaining());
    warnings.addAll(AddressText.of(world, program.cluster()));
    warnings.addAll(callers.remaining());
    if (ExternalCallerCheck.expectsCallers(program)) {
      warnings.addAll(UnreadEntrances.report(read.entrances(), UnreadEntrances.Result.PROOF));
    }
    gaps.addAll(read.gaps());
    NamespaceScope scope =
        variant.program().patterns().isEmpty()
            ? new NamespaceScope.Anywhere()
            : new NamespaceScope.OfPatterns(namespaces);
    List<Acceptance> accepted =
        inputs.baseline().acceptances(variant.label(), inputs.request().program().day());
    Verification verification =
        new Verification(world, program, may, deadline, gaps, patterns.with(read.coverage()), scope)
            .accepting(
                new Accepting(
                    accepted,
                    inputs.baseline().context(variant.label()),
                    inputs.request().exhaustive()))
            .knowing(inputs.request().known());
    Verification about = closed ? verification.inClosedWorld() : verification;
    return new Prepared(
        proved,
        inputs.request().certified() ? about.certified() : about,
        namespaces,
        warnings,
        Stream.concat(onHosts.suppressed().stream(), callers.suppressed().stream()).toList(),
        gaps.isEmpty() && read.coverage() instanceof Coverage.Whole);
  }

  private VariantOutcome verified(Prepared prepared) {
    Progress.begin("proving");
    Proved proved = prepared.proved();
    VerificationResult result =
        inputs.request().prover().prove(variant.label(), prepared.verification());
    ZoneProgram program = prepared.verification().program();
    List<Diagnostic> warnings = new ArrayList<>(prepared.warnings());
    if (prepared.certain()) {
      warnings.addAll(
          BaselineWarnings.vanished(inputs.baseline(), variant.label(), result.accepted()));
    }
    return new VariantOutcome.Verified(
        program,
        proved.world(),
        proved.planned(),
        proved.headline(),
        proved.origins(),
        prepared.namespaces(),
        warnings,
        prepared.suppressed(),
        program.assertions().isEmpty() && program.flows().stream().allMatch(f -> f.implied()),
        result,
        prepared.certain(),
        new Findings(program, proved.origins()).of(result),
        EmptyZones.of(program, inputs.read()),
        prepared.verification());
  }

  private Sifted sifted(List<Diagnostic> warnings) {
    return Sifted.of(warnings, inputs.sources().sources());
  }
}
