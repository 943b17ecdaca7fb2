package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.report.WhyData;
import dev.zonec.verifier.report.WhyText;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.WhyEngine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Explains why a connection is allowed or denied, among what the manifests declare.",
      "Allowed: every rule that admits it. Denied: everything that blocks it on each side, tier by"
          + " tier, and the smallest change of policies that would allow it."
    })
final class WhyCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON;

    /** As commands write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "such as 'web -> redis : tcp/6379'")
  private String question = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description = "sources whose zones and externals the question may name")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private QuestionManifests manifests = new QuestionManifests();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Reading chosen = reading.reading();
    Console console = options.console();
    List<Diagnostic> missing = manifests.missing();
    if (!missing.isEmpty()) {
      console.report(missing);
      return ExitCode.BAD_INPUT.number();
    }
    return switch (QuestionProgram.of(zones, program, expiry, console)) {
      case QuestionProgram.Failed(ExitCode exit) -> exit.number();
      case QuestionProgram.Ready(LoadedVariant variant) ->
          switch (QuestionReading.of(question, variant, console)) {
            case QuestionReading.Failed(ExitCode exit) -> exit.number();
            case QuestionReading.Ready(Query query, List<Selector> asked) ->
                explain(variant.program(), query, asked, chosen, console).number();
          };
    };
  }

  private ExitCode explain(
      ZoneProgram names, Query query, List<Selector> asked, Reading chosen, Console console) {
    if (query.path()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a single connection is explained: ask with ->");
    }
    if (query.from() instanceof Query.End.Entrances || query.to() instanceof Query.End.OfService) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "what is explained is a connection between workloads or addresses: name those");
    }
    return switch (manifests.read(asked, names.cluster(), options, console)) {
      case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
      case QuestionManifests.Outcome.Ready ready -> {
        List<Diagnostic> unknown = new QueryEngine(ready.world(), names, chosen).problems(query);
        if (!unknown.isEmpty()) {
          console.report(unknown);
          yield ExitCode.USAGE;
        }
        List<Explanation> explanations = new WhyEngine(ready.world(), names, chosen).explain(query);
        if (format == Format.JSON) {
          console.line(Json.text(WhyData.of(question, explanations)));
        } else {
          WhyText.lines(question, explanations).forEach(console::line);
        }
        yield manifests.covered(ready, List.of(), console);
      }
    };
  }
}
