package dev.zonec.application.flows;

import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.OpenParameters;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.flows.analysis.FlowAnalysis;
import dev.zonec.flows.analysis.FlowJudging;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.flows.source.LogFiles;
import dev.zonec.flows.source.LogReading;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.model.program.PatternInstances;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.PatternNamespaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inputs of an analysis: what the logs are compared with. */
public sealed interface FlowInputs {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements FlowInputs {}

  /** There are no manifests, so no address has an owner. */
  record NoManifests() implements FlowInputs {}

  /**
   * The program and the manifests are read.
   *
   * @param program the program; without sources, one that declares nothing
   * @param declares whether there are sources
   * @param sources the sources
   * @param warnings warnings about the program
   * @param gaps the inputs that could not be read
   * @param logs the logs to read
   * @param threats the threat lists
   */
  record Ready(
      ZoneProgram program,
      boolean declares,
      ProgramSources sources,
      ReadManifests read,
      List<Diagnostic> warnings,
      List<Diagnostic> gaps,
      LogFiles logs,
      ThreatLists threats,
      FlowRequest request)
      implements FlowInputs {
    /**
     * Reads the logs to their end.
     *
     * @param listener is told of each finding when it is found
     */
    public CheckedFlows check(FindingSink listener) {
      Progress.begin("reading the logs");
      Attribution attribution = attribution();
      FlowAnalysis analysis =
          new FlowAnalysis(
              attribution, judge(attribution), threats, request.thresholds(), listener);
      LogReading reading = new LogReading(analysis, request.standardInput());
      for (InputPath log : logs.logs()) {
        reading.read(log);
      }
      return CheckedFlows.of(
          this, attribution, analysis.result(), reading.counts(), reading.problems());
    }

    /** Returns a step that attributes and judges flows, for one thread. */
    public FlowJudging judging() {
      Attribution attribution = attribution();
      return new FlowJudging(attribution, judge(attribution), threats);
    }

    private Attribution attribution() {
      return new Attribution(read.world(), program.cluster(), program.podSelectors());
    }

    private Judge judge(Attribution attribution) {
      return new Judge(
          read.world(), program, declares, request.may(), attribution, policiesKnown());
    }

    /** Whether every policy was read; otherwise a flow can be allowed that seems forbidden. */
    private boolean policiesKnown() {
      return gaps.isEmpty()
          && read.accepted().isEmpty()
          && read.coverage() instanceof Coverage.Whole;
    }
  }

  /** Reads everything except the logs. */
  static FlowInputs of(FlowRequest request) {
    LogFiles logs = LogFiles.of(request.logs());
    if (!logs.problems().isEmpty()) {
      return new Unusable(logs.problems());
    }
    ThreatLists threats = ThreatLists.read(request.threats());
    List<Diagnostic> errors = threats.problems().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      return new Unusable(errors);
    }
    return switch (Inputs.load(request.program(), request.manifests(), ReadExtent.ALL_OBJECTS)) {
      case Inputs.Unusable(var problems) -> new Unusable(problems);
      case Inputs.Loaded loaded when !request.manifests().given() -> new NoManifests();
      case Inputs.Loaded loaded -> resolved(loaded, logs, threats, request);
    };
  }

  private static FlowInputs resolved(
      Inputs.Loaded loaded, LogFiles logs, ThreatLists threats, FlowRequest request) {
    Progress.begin("checking the program");
    boolean declares = !request.program().paths().isEmpty();
    ProgramSources sources =
        declares
            ? loaded.sources()
            : ProgramSources.of(List.of(Source.of("(no sources)", "module flows\n")));
    return switch (Compiler.load(
        sources,
        request.program().options(List.of(), loaded.params(), loaded.manifests().ends()))) {
      case Loading.Rejected(var problems) -> new Unusable(problems);
      case Loading.Loaded compiled when compiled.standard().size() > 1 ->
          new Unusable(List.of(OpenParameters.problem(compiled.standard())));
      case Loading.Loaded compiled -> {
        LoadedVariant variant = compiled.standard().getFirst();
        ReadManifests read =
            request.manifests().read(loaded.manifests(), variant.program().podSelectors());
        List<Diagnostic> warnings = new ArrayList<>(threats.problems());
        if (declares) {
          warnings.addAll(compiled.warnings());
        }
        yield new Ready(
            written(variant.program(), read),
            declares,
            sources,
            read,
            warnings,
            Stream.concat(read.gaps().stream(), read.guesses().stream()).map(Gap::problem).toList(),
            logs,
            threats,
            request);
      }
    };
  }

  /** Returns the program with its patterns written out for the namespaces of the manifests. */
  private static ZoneProgram written(ZoneProgram program, ReadManifests read) {
    return program.patterns().isEmpty()
        ? program
        : PatternInstances.of(
            program,
            PatternNamespaces.of(program, read.world()).members().stream()
                .map(names -> new PatternInstances.Namespaces(names, names))
                .toList());
  }
}
