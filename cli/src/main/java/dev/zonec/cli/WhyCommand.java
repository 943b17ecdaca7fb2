package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.origin.PolicyOrigins;
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
import picocli.CommandLine.Spec;

/** {@code zonec why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Explains why a connection is allowed or denied, among what the manifests declare.",
      "Allowed: every rule that admits it. Denied: everything that blocks it on each side, tier by"
          + " tier, and the smallest change of policies that would allow it.",
      "The ends are those of query: svc/namespace/service is what a Service leads to, ingress what"
          + " Ingresses and routes let in."
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

  @Mixin private QuestionOptions options = new QuestionOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Console console = options.console();
    return limit.within(console, () -> call(console));
  }

  private Integer call(Console console) {
    Reading chosen = options.reading();
    return switch (options.program(console)) {
      case QuestionProgram.Failed(ExitCode exit) -> exit.number();
      case QuestionProgram.Ready about ->
          options
              .ask(
                  about,
                  chosen,
                  console,
                  this::check,
                  (question, engine, ready) ->
                      explain(
                          connection(question),
                          new WhyEngine(ready.world(), about.variant().program(), chosen),
                          ready,
                          engine.missing(connection(question)),
                          about.origins(ready.read()),
                          console))
              .number();
    };
  }

  private void check(QuestionReading.Asked question) {
    Query query = connection(question);
    if (query.path()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "a single connection is explained: ask with ->");
    }
  }

  private Query connection(QuestionReading.Asked question) {
    return switch (question) {
      case QuestionReading.Connections(Query query, var asked) -> query;
      case QuestionReading.Members members ->
          throw new CommandLine.ParameterException(
              spec.commandLine(), "a connection is explained: ask with ->");
    };
  }

  private ExitCode explain(
      Query query,
      WhyEngine engine,
      QuestionManifests.Outcome.Ready ready,
      List<Diagnostic> missing,
      PolicyOrigins origins,
      Console console) {
    List<Explanation> explanations = engine.explain(query);
    if (format == Format.JSON) {
      console.line(Json.text(new WhyData(origins).of(options.question(), explanations)));
    } else {
      new WhyText(origins).lines(options.question(), explanations).forEach(console::line);
    }
    return options.covered(ready, missing, console);
  }
}
