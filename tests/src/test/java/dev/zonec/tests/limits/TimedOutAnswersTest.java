package dev.zonec.tests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whenever the time runs out, a command prints its complete answer, or says that the time ran out
 * and claims nothing else than with more time. Here the deadline passes at the n-th look at it, so
 * no run depends on the speed of the machine. Each place that looks at the deadline ends a run of
 * each command; with {@code -Dzonec.looks=all}, each of its looks does.
 */
final class TimedOutAnswersTest {
  private static final boolean ALL = System.getProperty("zonec.looks", "").equals("all");

  /** The places that ended a run, of the stages that all commands have. */
  private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

  private static final Path INPUTS = Run.ROOT.resolve("tests/src/test/resources/timed-out");

  /** The number of runs without a complete answer. */
  private static final AtomicInteger CUT = new AtomicInteger();

  @TempDir private static Path dir;

  /**
   * A run that has ended.
   *
   * @param files the files of its output folder, with their content
   */
  private record Ended(int exit, String out, String err, SortedMap<String, String> files) {
    /** Whether nothing is missing but warnings about policies, which have a message if so. */
    boolean isComplete(Ended whole) {
      return exit == whole.exit && out.equals(whole.out) && files.equals(whole.files);
    }

    @Override
    public String toString() {
      return "exit " + exit + ", files " + files.keySet() + "\n" + out + "--- stderr\n" + err;
    }
  }

  /** Both revisions have the program. */
  @BeforeAll
  static void writeRevisions() throws IOException {
    copy(INPUTS.resolve("k8s"), dir.resolve("old"));
    copy(INPUTS.resolve("later"), dir.resolve("new"));
    for (String revision : List.of("old", "new")) {
      Files.copy(INPUTS.resolve("shop.zone"), dir.resolve(revision).resolve("shop.zone"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @AfterAll
  static void runsWereCut() {
    if (System.getProperty("zonec.case", "").isEmpty()) {
      assertThat(CUT).hasValueGreaterThan(80);
    }
  }

  private static Map<String, List<String>> commands() {
    Map<String, List<String>> commands = new TreeMap<>();
    commands.put("verify", List.of("verify", "ZONE", "-m", "K8S", "-f", "json"));
    commands.put("compile", List.of("compile", "ZONE", "-m", "K8S", "-o", "OUT"));
    commands.put("import", List.of("import", "K8S", "-o", "OUT/draft.zone"));
    commands.put("lint", List.of("lint", "ZONE", "-m", "K8S"));
    commands.put("connections", List.of("query", "connections", "ZONE", "-m", "K8S"));
    commands.put("exposure", List.of("query", "exposure", "ZONE", "-m", "K8S"));
    commands.put("query", List.of("query", "* -> *", "ZONE", "-m", "K8S"));
    commands.put("paths", List.of("query", "* ~> *", "ZONE", "-m", "K8S", "--all"));
    commands.put("service", List.of("query", "* -> svc/shop/db", "ZONE", "-m", "K8S"));
    commands.put("ingress", List.of("query", "ingress -> *", "ZONE", "-m", "K8S"));
    commands.put("why", List.of("why", "* -> *", "ZONE", "-m", "K8S"));
    commands.put("graph", List.of("graph", "ZONE", "-m", "K8S", "-f", "dot"));
    commands.put("diff", List.of("diff", "OLD", "NEW", "--all"));
    commands.put("equal", List.of("diff", "OLD", "OLD"));
    commands.put("test", List.of("test", "EXPECT", "ZONE", "-m", "K8S"));
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> everyCommandIsSoundWheneverTheTimeRunsOut() {
    return commands().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(each.getKey(), () -> isSoundAtEachLook(each.getValue())));
  }

  private static void isSoundAtEachLook(List<String> words) throws IOException {
    List<String> places = Collections.synchronizedList(new ArrayList<>());
    Ended whole =
        run(
            () -> {
              places.add(LookPlace.ofThisLook());
              return false;
            },
            words);
    assertThat(whole.exit()).as(whole.toString()).isIn(0, 1);
    int cut = 0;
    for (int n : looks(places)) {
      AtomicInteger left = new AtomicInteger(n);
      Ended ended = run(() -> left.decrementAndGet() <= 0, words);
      if (!ended.isComplete(whole)) {
        cut++;
        isCut(ended, whole, "look " + n + " of " + places.size() + ", at " + places.get(n - 1));
      }
    }
    CUT.addAndGet(cut);
  }

  /** Returns the numbers of the looks, from 1, at which the time runs out. */
  private static SortedSet<Integer> looks(List<String> places) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      if (ALL) {
        last.put("look " + i, i + 1);
      } else if (!TRIED.contains(places.get(i))) {
        last.put(places.get(i), i + 1);
      }
    }
    last.keySet().stream().filter(TimedOutAnswersTest::isOfReading).forEach(TRIED::add);
    return new TreeSet<>(last.values());
  }

  private static boolean isOfReading(String place) {
    return place.startsWith("dev.zonec.kubernetes.") || place.startsWith("dev.zonec.compiler.");
  }

  private static void isCut(Ended ended, Ended whole, String when) {
    String about = when + ": " + ended + "\nwith more time: " + whole;
    assertThat(ended.exit()).as(about).isIn(4, whole.exit() == 1 ? 1 : 4);
    assertThat(ended.out() + ended.err()).as(about).contains("time ran out");
    assertThat(claims(whole)).as(about).containsAll(claims(ended));
    if (!ended.files().equals(whole.files())) {
      assertThat(ended.files()).as(about).isEmpty();
    }
  }

  /** Returns what the run says to be true. */
  private static Set<String> claims(Ended ended) {
    return ended.out().startsWith("{")
        ? verdicts(new JsonMapper().readTree(ended.out()))
        : ended
            .out()
            .lines()
            .filter(line -> !line.isBlank() && !isHeading(line) && !isUndecided(line))
            .collect(Collectors.toSet());
  }

  private static boolean isHeading(String line) {
    return line.endsWith("):");
  }

  private static boolean isUndecided(String line) {
    return line.contains("inconclusive") || line.startsWith("  ? ");
  }

  /** Returns the claims that hold or are violated, of the JSON of {@code verify}. */
  private static Set<String> verdicts(JsonNode root) {
    Set<String> verdicts = new TreeSet<>();
    for (JsonNode run : root.get("runs")) {
      for (JsonNode finding : run.path("findings")) {
        String status = finding.get("status").asString();
        if (!status.equals("inconclusive")) {
          verdicts.add(finding.get("claim") + " " + status);
        }
      }
    }
    return verdicts;
  }

  private static Ended run(BooleanSupplier over, List<String> words) throws IOException {
    Path out = dir.resolve("out");
    if (Files.exists(out)) {
      FileUtils.delete(out.toFile(), FileUtils.RECURSIVE);
    }
    Files.createDirectory(out);
    List<String> args = new ArrayList<>();
    for (String word : words) {
      args.add(
          word.replace("ZONE", INPUTS.resolve("shop.zone").toString())
              .replace("EXPECT", INPUTS.resolve("shop.expect").toString())
              .replace("OLD", dir.resolve("old").toString())
              .replace("NEW", dir.resolve("new").toString())
              .replace("K8S", INPUTS.resolve("k8s").toString())
              .replace("OUT", out.toString()));
    }
    Run run = run(over, args.toArray(String[]::new));
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> written = Files.walk(out)) {
      for (Path file : written.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return new Ended(run.exit(), run.out(), run.err(), files);
  }

  /**
   * Runs the command under a deadline that has passed if {@code over} says so. Looks before the
   * time of the run begins do not count.
   */
  private static Run run(BooleanSupplier over, String[] args) {
    AtomicReference<Thread> first = new AtomicReference<>();
    AtomicBoolean begun = new AtomicBoolean();
    Deadline deadline =
        Deadline.when(
            () -> {
              if (Thread.currentThread() != first.get()) {
                begun.set(true);
              }
              return begun.get() && over.getAsBoolean();
            });
    return Bounded.by(
            () -> deadline,
            () -> {
              first.set(Thread.currentThread());
              return Run.zonec(args);
            })
        .orElseThrow();
  }
}
