package dev.zonec.tests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.exposure.ExposureEngine;
import dev.zonec.verifier.lint.PolicyLint;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.why.WhyEngine;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Engines check the deadline and end their own work. On these inputs, each engine would work for
 * two seconds or longer if it did not check its deadline.
 */
final class EnginesEndInTimeTest {
  private static final Duration TIME = Duration.ofMillis(100);

  /**
   * The maximum processor time of the thread after the deadline; other processes do not affect it.
   */
  private static final Duration MOST = Duration.ofMillis(750);

  private final Map<HardInputs, World> worlds = new EnumMap<>(HardInputs.class);

  private World world(HardInputs inputs) {
    return worlds.computeIfAbsent(
        inputs,
        i ->
            new WorldReader()
                .read(ManifestReader.read(List.of(new SourceText("hard.yaml", i.manifests()))))
                .world());
  }

  @TestFactory
  Stream<DynamicTest> everyEngineEndsItsWork() {
    ZoneProgram program =
        new ZoneProgram(
            "hard",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Defaults.STANDARD,
            Cluster.UNDECLARED,
            false);
    ImportOptions options = new ImportOptions("hard", List.of(), false);
    return Stream.of(
        test(
            "connections",
            HardInputs.NAMESPACES,
            w -> new ConnectionListing(w, Cluster.UNDECLARED, Reading.MAY).table()),
        test(
            "exposure",
            HardInputs.NAMESPACES,
            w -> new ExposureEngine(w, program, Reading.MAY).exposures()),
        test(
            "exposure",
            HardInputs.PORT_RANGES,
            w -> new ExposureEngine(w, program, Reading.MAY).exposures()),
        test("import", HardInputs.NAMESPACES, w -> Importer.draft(w, options, Deadline::check)),
        test(
            "paths",
            HardInputs.NAMESPACES,
            w -> new QueryEngine(w, program, Reading.MAY).answer(everything(true), 1)),
        test(
            "why",
            HardInputs.NAMESPACES,
            w -> new WhyEngine(w, program, Reading.MAY).explain(everything(false))),
        test(
            "lint",
            HardInputs.EQUAL_PRIORITIES,
            w -> PolicyLint.of(w, Cluster.UNDECLARED, Set.of())));
  }

  /** The question for every connection, or every path, between all ends. */
  private static Query everything(boolean path) {
    SourceText text = new SourceText("(question)", "* ~> *");
    Query.End all = new Query.End.Anywhere(new Span(text, 0, 1));
    return new Query(all, path, all, new Service.Anything(), Query.Route.ANY);
  }

  private DynamicTest test(String engine, HardInputs inputs, Consumer<World> work) {
    return DynamicTest.dynamicTest(
        engine + " of " + inputs,
        () -> {
          World world = world(inputs);
          assertEndsInTime(() -> work.accept(world));
        });
  }

  /** Checks that {@code work} ends soon after a deadline that passes soon. */
  static void assertEndsInTime(Runnable work) throws InterruptedException {
    assertEndsInTime(TIME, work);
  }

  /** Does the same for work that has {@code time}. */
  static void assertEndsInTime(Duration time, Runnable work) throws InterruptedException {
    AtomicLong worked = new AtomicLong();
    CountDownLatch ended = new CountDownLatch(1);
    Deadline deadline = Deadline.in(time);
    Optional<Boolean> result =
        Bounded.by(
            () -> deadline,
            () -> {
              try {
                work.run();
              } finally {
                worked.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                ended.countDown();
              }
              return true;
            });
    assertThat(result).as("it has no result").isEmpty();
    assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Duration.ofNanos(worked.get())).isLessThan(time.plus(MOST));
  }
}
