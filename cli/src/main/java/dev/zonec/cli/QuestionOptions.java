package dev.zonec.cli;

import dev.zonec.application.question.QuestionRequest;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments and options of {@code query} and {@code why}. */
final class QuestionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "such as 'web -> redis : tcp/6379'")
  private String question = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description =
          "sources whose zones and externals the question may name (default: those of the"
              + " configuration file)")
  private List<String> zones = List.of();

  @Mixin private AnswerOptions answer = new AnswerOptions();

  /** Returns the question. */
  String question() {
    return question;
  }

  /** Returns the other options. */
  AnswerOptions answer() {
    return answer;
  }

  /** Returns the request; {@code limit} becomes the time limit of the configuration file. */
  QuestionRequest request(Console console, TimeLimit limit) {
    UnquotedQuestion.mistake(
            question,
            zones,
            System.getProperty("user.home", ""),
            spec.commandLine().getCommandSpec().qualifiedName())
        .ifPresent(
            mistake -> {
              throw answer.refused(mistake);
            });
    return answer.request(console, limit, zones);
  }
}
