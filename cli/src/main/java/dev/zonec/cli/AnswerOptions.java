package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options of commands that answer a question, and the report of its outcome. */
final class AnswerOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  private List<String> environments = List.of();

  /** Whether the reading is MAY. */
  boolean permissive() {
    return reading.permissive();
  }

  /** Whether the output is complete even if it is long. */
  boolean all() {
    return output.all();
  }

  Console console() {
    return output.console();
  }

  /**
   * Returns the request; {@code limit} becomes the time limit of the configuration file.
   *
   * @param zones the sources of the program, as the user named them
   */
  QuestionRequest request(Console console, TimeLimit limit, List<String> zones) {
    Settings settings = config.settings(console, output, limit);
    environments = settings.environments();
    return new QuestionRequest(
        program.request(settings, zones, expiry.day(), expiry.expired()),
        manifests.deployed(settings, console.readingProgress()),
        reading.reading(settings));
  }

  /**
   * Answers the question within the time limit and prints the outcome.
   *
   * @param answer prints the answer
   */
  <T> ExitCode ask(
      TimeLimit limit, Console console, Supplier<QuestionOutcome<T>> question, Consumer<T> answer) {
    return limit
        .result(console, question)
        .map(outcome -> report(outcome, limit, console, answer))
        .orElse(ExitCode.INCONCLUSIVE);
  }

  /**
   * Does the same for an answer that decides the exit code, unless the outcome has a more serious
   * one: an answer that fails although an input is missing has failed.
   *
   * @param answer prints the answer, and returns its exit code
   */
  <T> ExitCode decide(
      TimeLimit limit,
      Console console,
      Supplier<QuestionOutcome<T>> question,
      Function<T, ExitCode> answer) {
    AtomicReference<ExitCode> decided = new AtomicReference<>(ExitCode.HOLDS);
    ExitCode answered = ask(limit, console, question, reply -> decided.set(answer.apply(reply)));
    return answered.worse(decided.get());
  }

  private <T> ExitCode report(
      QuestionOutcome<T> outcome, TimeLimit limit, Console console, Consumer<T> answer) {
    return switch (outcome) {
      case QuestionOutcome.Unusable<T>(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.Malformed<T>(var problems) -> {
        console.report(problems);
        yield ExitCode.USAGE;
      }
      case QuestionOutcome.Unsuitable<T>(String reason) -> throw refused(reason);
      case QuestionOutcome.NoManifests<T>() ->
          throw refused(
              "a question needs manifests: pass some with -m PATH, or a cluster with -k"
                  + (environments.isEmpty()
                      ? ""
                      : ", or choose an environment with --env: "
                          + String.join(", ", environments)));
      case QuestionOutcome.UnknownEnds<T>(var about, var problems) -> {
        report(about, limit, console);
        console.report(problems);
        yield ExitCode.USAGE;
      }
      case QuestionOutcome.Answered<T>(var about, T found, var missing) -> {
        report(about, limit, console);
        answer.accept(found);
        console.report(missing);
        yield new ManifestsReport(console, output).coverage(about, missing);
      }
    };
  }

  /** Prints what was read, warnings about policies, and the inputs that are not covered. */
  void report(AnsweredManifests about, TimeLimit limit, Console console) {
    ManifestsReport report = new ManifestsReport(console, output);
    report.read(about.read());
    report.policies(about.read(), about.cluster(), lint, limit);
    console.report(about.gaps());
  }

  /** Returns an error about the command line. */
  CommandLine.ParameterException refused(String reason) {
    return new CommandLine.ParameterException(spec.commandLine(), reason);
  }
}
