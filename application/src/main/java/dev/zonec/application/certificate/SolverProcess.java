package dev.zonec.application.certificate;

import dev.zonec.checker.solver.Answer;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a solver as a process. Only the words {@code sat}, {@code unsat} and {@code unknown} on
 * lines of their own are answers. With any other line, such as an error, or if the process fails,
 * the answers end with {@link Answer.Unknown}.
 *
 * @param words the program and its options
 * @param deadline the time limit; the process is ended then
 */
record SolverProcess(List<String> words, Deadline deadline) {
  List<Answer> answers(String script) {
    try {
      Path folder = Files.createTempDirectory("zonec-solver");
      Path file = folder.resolve("obligations.smt2");
      Path output = folder.resolve("answers.txt");
      try {
        Files.writeString(file, script);
        return run(file, output);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(output);
        Files.delete(folder);
      }
    } catch (IOException e) {
      return List.of(new Answer.Unknown("the solver cannot be run: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(new Answer.Unknown("interrupted"));
    }
  }

  private List<Answer> run(Path file, Path output) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(words);
    command.add(file.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      process.getOutputStream().close();
      boolean ended = process.waitFor(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
      List<Answer> answers = read(Files.readString(output));
      if (!ended) {
        answers.add(new Answer.Unknown("the time ran out"));
      } else if (process.exitValue() != 0) {
        answers.add(new Answer.Unknown("the solver failed with " + process.exitValue()));
      }
      return answers;
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Answer> read(String output) {
    List<Answer> answers = new ArrayList<>();
    for (String line : output.lines().map(String::strip).toList()) {
      switch (line) {
        case "" -> {}
        case "unsat" -> answers.add(new Answer.Impossible());
        case "sat" -> answers.add(new Answer.Possible(Map.of(), Map.of()));
        case "unknown" -> answers.add(new Answer.Unknown("the solver gave up"));
        default -> {
          answers.add(new Answer.Unknown("the solver printed: " + line));
          return answers;
        }
      }
    }
    return answers;
  }
}
