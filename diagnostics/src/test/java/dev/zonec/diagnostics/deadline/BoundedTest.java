package dev.zonec.diagnostics.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BoundedTest {
  private static Supplier<Deadline> soon() {
    Deadline deadline = Deadline.in(Duration.ofMillis(50));
    return () -> deadline;
  }

  /** Work that ends only when it checks the deadline of its thread. */
  private static String checkingTheDeadline() {
    while (true) {
      Deadline.check();
      Thread.onSpinWait();
    }
  }

  /** Work that ends only when its thread is interrupted. */
  private static String ignoringTheDeadline() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return "too late";
  }

  @Test
  void workThatEndsInTimeHasAResult() {
    assertThat(Bounded.by(Deadline::never, () -> "done")).contains("done");
  }

  @Test
  void workEndsAtTheDeadlineOfItsThread() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Optional<String> result =
        Bounded.by(
            soon(),
            () -> {
              try {
                return checkingTheDeadline();
              } finally {
                ended.countDown();
              }
            });
    assertThat(result).isEmpty();
    assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nobodyWaitsForWorkThatIgnoresTheDeadline() {
    assertThat(Bounded.by(soon(), BoundedTest::ignoringTheDeadline)).isEmpty();
  }

  @Test
  void theOuterWorkGetsTheResultsOfTheInnerWork() {
    Supplier<Deadline> soon = soon();
    Optional<String> result =
        Bounded.by(soon, () -> Bounded.by(soon, BoundedTest::ignoringTheDeadline).orElse("so far"));
    assertThat(result).contains("so far");
  }

  @Test
  void otherExceptionsAreRethrown() {
    assertThatThrownBy(
            () ->
                Bounded.by(
                    Deadline::never,
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
  }

  @Test
  void aThreadWithoutWorkHasNoDeadline() {
    assertThat(Deadline.current().passed()).isFalse();
    Deadline.check();
  }

  @Test
  void theProgressOfWorkThatDidNotEndIsKnown() {
    Progress progress = new Progress();
    Optional<String> result =
        Bounded.by(
            soon(),
            progress,
            () -> {
              Progress.begin("reading");
              Progress.begin("listing");
              while (true) {
                Progress.check(3, 5, "pods");
              }
            });
    assertThat(result).isEmpty();
    assertThat(progress.finished()).containsExactly("reading");
    assertThat(progress.unfinished()).contains(new Progress.Step("listing", 3, 5, "pods", ""));
  }

  @Test
  void aStepNamesItsPartUntilTheNextStep() {
    Progress progress = new Progress();
    List<String> seen = new ArrayList<>();
    Bounded.by(
        Deadline::never,
        progress,
        () -> {
          Progress.begin("proving");
          seen.add(progress.unfinished().orElseThrow().text());
          Progress.part("never a -> b", 2, 12, "claims");
          seen.add(progress.unfinished().orElseThrow().text());
          Progress.begin("listing");
          Progress.check(3, 5, "pods");
          seen.add(progress.unfinished().orElseThrow().text());
          return seen;
        });
    assertThat(seen)
        .containsExactly(
            "proving", "proving never a -> b (2 of 12 claims)", "listing (3 of 5 pods)");
  }

  @Test
  void anotherThreadThatHelpsHasTheSameDeadline() {
    Optional<Boolean> result =
        Bounded.by(
            soon(),
            () -> {
              CompletableFuture<String> help =
                  CompletableFuture.supplyAsync(
                      Deadline.carriedTo(BoundedTest::checkingTheDeadline));
              return help.handle((done, failure) -> failure instanceof CompletionException).join();
            });
    assertThat(result).contains(true);
  }
}
