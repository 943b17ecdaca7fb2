package dev.zonec.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests notice each wrong change in {@code src/test/resources/mutants}, and pass without it. The
 * table is printed, and written to {@code target/mutants.md}.
 */
final class MutantsIT {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", "..")).toAbsolutePath();
  private static final Path MUTANTS = ROOT.resolve("tests/src/test/resources/mutants");
  private static final Path TABLE = Path.of("target", "mutants.md");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final List<String> ROWS = new ArrayList<>();
  private static MutatedClasses unchanged;

  @TempDir private static Path folder;

  @BeforeAll
  static void load() {
    // Tests would write what comes out of a wrong product as what is expected.
    Assumptions.assumeFalse(Boolean.getBoolean("zonec.rewrite"), "expectations are rewritten");
    unchanged = MutatedClasses.unchanged();
  }

  @AfterAll
  static void write() throws IOException {
    if (unchanged == null) {
      return;
    }
    unchanged.close();
    String table =
        "| mutant | error | noticed by | s |\n|---|---|---|---|\n" + String.join("", ROWS);
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, table);
    System.out.println(table);
  }

  @TestFactory
  Stream<DynamicTest> mutants() throws IOException {
    return Mutant.in(MUTANTS).stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> isKilled(mutant)));
  }

  private static void isKilled(Mutant mutant) throws Exception {
    long start = System.nanoTime();
    Optional<Killer.Failure> failure = limited(mutant, () -> failure(mutant));
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    ROWS.add(
        "| %s | %s | %s | %d |%n"
            .formatted(
                mutant.name(),
                mutant.error(),
                failure.map(Killer.Failure::test).orElse("**nothing**"),
                seconds));
    assertThat(failure).as("%s survives %s", mutant, mutant.killers()).isPresent();
    assertThat(
            limited(mutant, () -> failure.get().again().run(unchanged)).map(Killer.Failure::cause))
        .as("%s without the change", failure.get().test())
        .isEmpty();
  }

  private static Optional<Killer.Failure> failure(Mutant mutant)
      throws IOException, ReflectiveOperationException {
    Path compiled = Files.createTempDirectory(folder, "classes");
    try (MutatedClasses classes = MutatedClasses.of(mutant, ROOT, compiled)) {
      for (String killer : mutant.killers()) {
        Optional<Killer.Failure> failure = new Killer(killer).run(classes);
        if (failure.isPresent()) {
          return failure;
        }
      }
    }
    return Optional.empty();
  }

  /** Runs {@code work} in a thread of its own, because a wrong search may never end. */
  private static <T> T limited(Mutant mutant, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name(mutant.name()).start(task);
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new AssertionError("%s did not end in %s".formatted(mutant, LIMIT), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
