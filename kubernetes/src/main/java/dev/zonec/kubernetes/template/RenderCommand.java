package dev.zonec.kubernetes.template;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command that prints manifests, such as {@code helm template}.
 *
 * @param words the program and its arguments
 * @param folder the folder in which it runs
 * @param span the text that names the command
 */
public record RenderCommand(List<String> words, Path folder, Span span) {
  private static final int POLL_MILLIS = 50;

  /** Copies the list. */
  public RenderCommand {
    words = List.copyOf(words);
  }

  /** The outcome of a command. */
  public sealed interface Outcome {
    /** The command printed a text. */
    record Printed(SourceText text) implements Outcome {}

    /** The command failed. */
    record Failed(Diagnostic problem) implements Outcome {}
  }

  /** Returns the same command, run in {@code other}. */
  public RenderCommand in(Path other) {
    return new RenderCommand(words, other, span);
  }

  /** Returns the command as it is written in a shell. */
  public String text() {
    return String.join(" ", words);
  }

  /** Returns the name of the printed text in messages. */
  public String name() {
    return "(" + text() + ")";
  }

  /** Runs the command. It is ended if the time of the run is over. */
  public Outcome run() {
    try {
      Path output = Files.createTempFile("zonec-rendered", ".yaml");
      Path errors = Files.createTempFile("zonec-rendered", ".txt");
      try {
        return run(output, errors);
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      return failed(
          "`" + words.getFirst() + "` cannot be run", "is it installed, and on the PATH?");
    }
  }

  private Outcome run(Path output, Path errors) throws IOException {
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      process.getOutputStream().close();
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        Deadline.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Deadline.check();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String said = Files.readString(errors, StandardCharsets.UTF_8).strip();
      return failed(
          "`" + text() + "` fails with exit code " + process.exitValue(),
          said.lines().findFirst().orElse("it prints no reason"));
    }
    Optional<SourceText> printed = ManifestFiles.read(output, name());
    return printed
        .filter(text -> !text.content().isBlank())
        .<Outcome>map(Outcome.Printed::new)
        .orElseGet(() -> failed("`" + text() + "` prints no manifests", "its output is empty"));
  }

  private Outcome failed(String message, String note) {
    return new Outcome.Failed(Diagnostic.error(Code.ZC0809, span, message).note(note));
  }
}
