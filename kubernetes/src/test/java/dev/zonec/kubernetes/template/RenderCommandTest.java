package dev.zonec.kubernetes.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that print manifests. */
final class RenderCommandTest {
  @TempDir private Path folder;

  @Test
  void theOutputIsAText() {
    RenderCommand.Outcome outcome = command("sh", "-c", "echo kind: Pod; pwd >&2").run();
    assertThat(outcome).isInstanceOf(RenderCommand.Outcome.Printed.class);
    SourceText text = ((RenderCommand.Outcome.Printed) outcome).text();
    assertThat(text.content()).isEqualTo("kind: Pod\n");
    assertThat(text.name()).isEqualTo("(sh -c echo kind: Pod; pwd >&2)");
  }

  @Test
  void aFailureShowsItsFirstLine() {
    assertFails(
        command("sh", "-c", "echo half; echo no chart >&2; exit 7"), "exit code 7", "no chart");
  }

  @Test
  void nothingIsAFailure() {
    assertFails(command("true"), "prints no manifests", "empty");
  }

  @Test
  void aMissingProgramIsAFailure() {
    assertFails(command("zonec-no-such-program"), "cannot be run", "PATH");
  }

  @Test
  void aCommandEndsWithTheRun() {
    long start = System.nanoTime();
    Deadline soon = Deadline.in(Duration.ofMillis(200));
    assertThat(Bounded.by(() -> soon, () -> command("sleep", "60").run())).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static void assertFails(RenderCommand command, String message, String note) {
    RenderCommand.Outcome outcome = command.run();
    assertThat(outcome).isInstanceOf(RenderCommand.Outcome.Failed.class);
    var problem = ((RenderCommand.Outcome.Failed) outcome).problem();
    assertThat(problem.code()).isEqualTo(Code.ZC0809);
    assertThat(problem.message()).contains(message);
    assertThat(problem.notes().stream().map(Note::text)).anyMatch(text -> text.contains(note));
  }

  private RenderCommand command(String... words) {
    return new RenderCommand(
        List.of(words), folder, new Span(new SourceText("zonec.yaml", ""), 0, 0));
  }
}
