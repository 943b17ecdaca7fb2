package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowData;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import dev.zonec.application.flows.Learn;
import dev.zonec.application.flows.LearnRequest;
import dev.zonec.application.flows.LearnedProgram;
import dev.zonec.application.flows.LearnedProof;
import dev.zonec.diagnostics.Counted;
import dev.zonec.flows.rule.Thresholds;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Mixin private DraftFileOptions file = new DraftFileOptions();

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
    Learn learn =
        new Learn(
            new LearnRequest(request, file.moduleName(module, logs.expiry().day()), file.target()));
    if (console.refuses(learn.refusals())) {
      return ExitCode.BAD_INPUT;
    }
    return logs.inputs(
        learn::inputs,
        limit,
        console,
        "zones need labels: pass manifests with -m PATH, or a cluster with -k",
        ready -> report(learn, ready, document, console));
  }

  private ExitCode report(
      Learn learn, FlowInputs.Ready ready, JsonDocument document, Console console) {
    CheckedFlows checked = new ManifestsReport(console, options).checked(ready, (row, first) -> {});
    LearnedProgram learned = learn.program(checked);
    console.report(learned.leftOut());
    document.putAll(FlowData.about(checked));
    document.put("zones", learned.zones());
    document.put("flowStatements", learned.flows());
    document.put("leftOut", learned.leftOut().size());
    document.put("draft", learned.text());
    if (console.refuses(learn.write(learned))) {
      return ExitCode.BAD_INPUT;
    }
    if (learn.request().target().file().isEmpty() && !format.json()) {
      console.print(learned.text());
    }
    return limit
        .remaining(console, () -> learn.proof(learned, checked).outcome(limit.deadline()))
        .map(outcome -> proved(outcome, learned, document, console))
        .orElse(ExitCode.INCONCLUSIVE);
  }

  private ExitCode proved(
      LearnedProof.Outcome outcome,
      LearnedProgram learned,
      JsonDocument document,
      Console console) {
    return switch (outcome) {
      case LearnedProof.Outcome.NoProgram(var problems) -> {
        console.report(problems);
        console.status("the draft does not compile: correct it before you use it");
        document.put("proof", "failed");
        yield ExitCode.BAD_INPUT;
      }
      case LearnedProof.Outcome.Proved proved -> {
        console.report(proved.verified().warnings());
        console.report(proved.diagnostics());
        String word = ProofWord.of(proved.verified().conclusion());
        document.put("proof", word);
        if (!options.quiet() && !format.json()) {
          console.status(
              Counted.of(learned.zones(), "zone")
                  + " and "
                  + Counted.of(learned.flows(), "flow")
                  + " drafted from the logs");
          console.status(
              "the compiled policies allow what the draft declares, and no more: " + word);
        }
        yield ExitCode.of(proved.conclusion());
      }
    };
  }
}
