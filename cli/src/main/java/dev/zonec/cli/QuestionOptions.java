package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.semantics.Reading;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a question about manifests is asked with, and the steps from it to an answer. */
final class QuestionOptions {
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
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** Whether nothing is left out because there is much of it. */
  boolean all() {
    return output.all();
  }

  /** The answer to a question that can be asked. */
  interface Answering {
    /** Prints it. */
    ExitCode answer(
        QuestionReading.Asked question, QueryEngine engine, QuestionManifests.Outcome.Ready ready);
  }

  String question() {
    return question;
  }

  Reading reading() {
    return reading.reading();
  }

  Console console() {
    return output.console();
  }

  /** The program whose names may be used, if the manifests are there. */
  QuestionProgram program(Console console) {
    List<Diagnostic> missing = manifests.missing();
    if (console.refuses(missing)) {
      return new QuestionProgram.Failed(ExitCode.BAD_INPUT);
    }
    LoadedManifests loaded = manifests.load(output, console);
    if (console.refuses(loaded.unusable())) {
      return new QuestionProgram.Failed(ExitCode.BAD_INPUT);
    }
    return QuestionProgram.of(zones, loaded, program, expiry, console);
  }

  /**
   * Reads the question, and the manifests that it is about.
   *
   * @param about what the question may name
   * @param check refuses questions that a command does not take
   * @param answering what follows where nothing is wrong
   */
  ExitCode ask(
      QuestionProgram.Ready about,
      Reading chosen,
      Console console,
      Consumer<QuestionReading.Asked> check,
      Answering answering) {
    LoadedVariant names = about.variant();
    return switch (QuestionReading.of(question, names, console)) {
      case QuestionReading.Failed(ExitCode exit) -> exit;
      case QuestionReading.Asked asked -> {
        check.accept(asked);
        yield switch (read(about, asked.asked(), console)) {
          case QuestionManifests.Outcome.Failed(ExitCode exit) -> exit;
          case QuestionManifests.Outcome.Ready ready -> {
            QueryEngine engine = new QueryEngine(ready.world(), names.program(), chosen);
            List<Diagnostic> unknown =
                switch (asked) {
                  case QuestionReading.Connections connections ->
                      engine.problems(connections.query());
                  case QuestionReading.Members members -> engine.problems(List.of(members.end()));
                };
            console.report(unknown);
            yield unknown.isEmpty() ? answering.answer(asked, engine, ready) : ExitCode.USAGE;
          }
        };
      }
    };
  }

  /** The manifests; {@code asked} is what a question asks of pods' labels. */
  QuestionManifests.Outcome read(
      QuestionProgram.Ready about, List<Selector> asked, Console console) {
    Cluster cluster = about.variant().program().cluster();
    return manifests.read(about.loaded(), asked, cluster, output, console);
  }

  /** The exit code of an answer that lacks what is {@code missing}. */
  ExitCode covered(
      QuestionManifests.Outcome.Ready ready, List<Diagnostic> missing, Console console) {
    return manifests.covered(ready, missing, console);
  }
}
