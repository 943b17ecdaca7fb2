package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A terminal shows what a long run is doing; the clock is the test's. */
final class ProgressLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(out), new PrintWriter(err), false, 100, false);
  private long nanos;

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(console, 60, () -> terminal, () -> nanos);
  }

  private void wait(int millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }

  private static Progress proving(String claim) {
    Progress progress = new Progress();
    Bounded.by(
        Deadline::never,
        progress,
        () -> {
          Progress.begin("proving");
          Progress.part(claim, 3, 12, "claims");
          return claim;
        });
    return progress;
  }

  @Test
  void aShortRunShowsNothing() {
    ProgressLine line = line(true);
    wait(999);
    line.show(proving("never internet -> db"));
    console.line("done");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLongRunShowsTheClaimAndTheTime() {
    ProgressLine line = line(true);
    wait(4200);
    line.show(proving("never internet -> db"));
    assertThat(err.toString())
        .isEqualTo("\rproving never internet -> db (3 of 12 claims) · 4 s\u001b[K\r");
    console.line("done");
    assertThat(err.toString()).endsWith("\r\r\u001b[K");
    assertThat(out.toString()).isEqualTo("done\n");
  }

  @Test
  void aLineThatIsTooLongIsCut() {
    ProgressLine line = line(true);
    wait(61_000);
    line.show(proving("never " + "internet ".repeat(20) + "-> db"));
    String shown = err.toString().replace("\r", "").replace("\u001b[K", "");
    assertThat(shown).hasSize(60).startsWith("proving never internet").endsWith("… · 61 s");
  }

  @Test
  void readingAClusterIsShownAtOnceAndReplacesTheStep() {
    ProgressLine line = line(true);
    line.at("prod", "networkpolicies", 1200);
    wait(2000);
    line.show(proving("never internet -> db"));
    line.finished();
    assertThat(err.toString().replace("\r", "").split("\u001b\\[K"))
        .containsExactly(
            "reading prod: 1,200 objects, networkpolicies",
            "reading prod: 1,200 objects, networkpolicies · 2 s");
  }

  @Test
  void aPipeShowsNothing() {
    ProgressLine line = line(false);
    line.at("prod", "networkpolicies", 1200);
    wait(4200);
    line.show(proving("never internet -> db"));
    console.line("done");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theLineIsRemovedWhenTheWorkEnds() throws InterruptedException {
    ProgressLine line = line(true);
    wait(4200);
    Progress progress = proving("never internet -> db");
    try (ProgressLine.Shown shown = line.showing(progress)) {
      while (err.getBuffer().length() == 0) {
        Thread.sleep(5);
      }
    }
    assertThat(err.toString()).endsWith("\r\u001b[K");
    int length = err.getBuffer().length();
    console.status("done");
    assertThat(err.toString().substring(length)).isEqualTo("done\n");
  }
}
