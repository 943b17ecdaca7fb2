package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.proof.Gap;
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
import tools.jackson.databind.json.JsonMapper;

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

  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--semantics",
      paramLabel = "READING",
      defaultValue = "may",
      description =
          "may: what some implementation allows; must: what every one does (default: may)")
  private QueryCommand.ReadingChoice semantics = QueryCommand.ReadingChoice.MAY;

  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Reading reading = assume.may().withPermissive(semantics == QueryCommand.ReadingChoice.MAY);
    Console console = options.console();
    List<Diagnostic> missing = manifests.missing();
    if (!missing.isEmpty()) {
      console.report(missing);
      return ExitCode.BAD_INPUT.number();
    }
    return switch (QuestionReading.of(question, zones, console)) {
      case QuestionReading.Failed(ExitCode exit) -> exit.number();
      case QuestionReading.Ready(ZoneProgram program, Query query) ->
          explain(program, query, reading, console).number();
    };
  }

  private ExitCode explain(ZoneProgram program, Query query, Reading reading, Console console) {
    if (query.path()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a single connection is explained: ask with ->");
    }
    if (!manifests.given()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a question is about manifests: give some with -m PATH");
    }
    ManifestOptions.Read read = manifests.read();
    console.report(read.accepted());
    console.report(read.gaps().stream().map(Gap::problem).toList());
    List<Diagnostic> unknown = new QueryEngine(read.world(), program, reading).problems(query);
    if (!unknown.isEmpty()) {
      console.report(unknown);
      return ExitCode.USAGE;
    }
    List<Explanation> explanations = new WhyEngine(read.world(), program, reading).explain(query);
    switch (format) {
      case TEXT -> WhyText.lines(question, explanations).forEach(console::line);
      case JSON ->
          console.line(
              new JsonMapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(WhyData.of(question, explanations)));
    }
    if (!read.gaps().isEmpty()) {
      console.remark("the answer does not cover what is reported above");
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.HOLDS;
  }
}
