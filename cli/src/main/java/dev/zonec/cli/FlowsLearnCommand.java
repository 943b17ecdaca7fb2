package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.draft.DraftFile;
import dev.zonec.application.draft.Import;
import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowData;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import dev.zonec.application.flows.LearnedProgram;
import dev.zonec.application.flows.LearnedProof;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.rule.Thresholds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonec flows learn}. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a program from observed flows: zones from the labels of the workloads, and a flow for"
          + " each observed flow that has evidence.",
      "zonec compiles the draft and proves that its policies allow what it declares and nothing"
          + " else. It lists the observed flows that it left out, with the reason."
    })
final class FlowsLearnCommand implements Callable<Integer> {
  @Mixin private LogOptions logs = new LogOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the draft to this file; else to standard output")
  private @Nullable Path output;

  @Option(names = "--force", description = "overwrite the file if it is there already")
  private boolean force;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      defaultValue = "observed",
      description = "the name of the draft's module (default: observed)")
  private String module = "observed";

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    JsonDocument document = new JsonDocument("flows-learn");
    ExitCode exit = learned(document, console);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode learned(JsonDocument document, Console console) {
    Settings settings = logs.settings(console, options, limit);
    FlowRequest request = logs.request(settings, console, List.of(), Thresholds.STANDARD);
    if (!Import.isModuleName(module, logs.expiry().day())) {
      throw logs.refused("--module takes a name such as shop.boutique, not " + module);
    }
    if (output != null && console.refuses(DraftFile.conflict(output, force).stream().toList())) {
      return ExitCode.BAD_INPUT;
    }
    Optional<FlowInputs> inputs = limit.result(console, () -> FlowInputs.of(request));
    if (inputs.isEmpty()) {
      return ExitCode.INCONCLUSIVE;
    }
    return switch (inputs.get()) {
      case FlowInputs.NoManifests none ->
          throw logs.refused(
              "zones need labels: pass manifests with -m PATH, or a cluster with -k");
      case FlowInputs.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case FlowInputs.Ready ready -> report(ready, document, console);
    };
  }

  private String name() {
    return output == null ? "(draft)" : output.toString();
  }

  private ExitCode report(FlowInputs.Ready ready, JsonDocument document, Console console) {
    new ManifestsReport(console, options).read(ready.read());
    console.report(ready.warnings());
    console.report(ready.gaps());
    CheckedFlows checked = ready.check((row, first) -> {});
    console.report(checked.problems());
    LearnedProgram learned = LearnedProgram.of(checked, module, name(), logs.expiry().day());
    console.report(learned.leftOut());
    document.putAll(FlowData.about(checked));
    document.put("zones", learned.zones());
    document.put("flowStatements", learned.flows());
    document.put("leftOut", learned.leftOut().size());
    document.put("draft", learned.text());
    if (output != null) {
      Optional<Diagnostic> failed = DraftFile.write(output, learned.text());
      if (console.refuses(failed.stream().toList())) {
        return ExitCode.BAD_INPUT;
      }
    } else if (!format.json()) {
      console.print(learned.text());
    }
    return limit
        .remaining(
            console, () -> new LearnedProof(learned, name(), checked).outcome(limit.deadline()))
        .map(outcome -> proved(outcome, learned, checked, document, console))
        .orElse(ExitCode.INCONCLUSIVE);
  }

  private ExitCode proved(
      LearnedProof.Outcome outcome,
      LearnedProgram learned,
      CheckedFlows checked,
      JsonDocument document,
      Console console) {
    return switch (outcome) {
      case LearnedProof.Outcome.NoProgram(var problems) -> {
        console.report(problems);
        console.status("the draft does not compile: correct it before you use it");
        document.put("proof", "failed");
        yield ExitCode.BAD_INPUT;
      }
      case LearnedProof.Outcome.Proved(VariantOutcome.Verified verified) -> {
        console.report(verified.warnings());
        console.report(verified.report().diagnostics(verified.result()));
        ExitCode exit = ExitCode.of(verified.result());
        String word =
            switch (verified.result().conclusion()) {
              case HOLDS -> "proved";
              case VIOLATED -> "failed";
              case INCONCLUSIVE -> "inconclusive";
            };
        document.put("proof", word);
        if (!options.quiet() && !format.json()) {
          console.status(
              learned.zones()
                  + (learned.zones() == 1 ? " zone and " : " zones and ")
                  + learned.flows()
                  + (learned.flows() == 1 ? " flow" : " flows")
                  + " drafted from the logs");
          console.status(
              "the compiled policies allow what the draft declares, and no more: " + word);
        }
        yield checked.complete() ? exit : exit.worse(ExitCode.INCONCLUSIVE);
      }
    };
  }
}
