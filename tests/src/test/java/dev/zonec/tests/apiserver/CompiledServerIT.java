package dev.zonec.tests.apiserver;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with strict validation accepts every policy that {@code compile} writes for a case or an
 * example.
 */
final class CompiledServerIT {
  private static final String DAY = "2026-11-23";

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ApiServer.start(folder.resolve("server"), List.of());
  }

  /** Sends the policies that {@code SpecCasesTest} expects. */
  @Test
  void expectedPolicies() throws Exception {
    List<PolicyText> texts = new ArrayList<>();
    for (String kind : List.of("accept", "warn")) {
      for (PolicyText each : PolicyText.below(cases(kind))) {
        if (!each.origin().contains(".d/")) {
          texts.add(each);
        }
      }
    }
    allAreAccepted("policies of accept and warn", texts);
  }

  /**
   * Sends the policies that are compiled from the programs of all other cases and of the examples.
   */
  @Test
  void policiesOfOtherCases() throws Exception {
    List<PolicyText> texts = new ArrayList<>();
    List<Path> refused = new ArrayList<>();
    int programs = 0;
    for (Path program : programs()) {
      Path out = folder.resolve("out" + programs++);
      if (compile(program, out)) {
        texts.addAll(PolicyText.below(out));
      } else {
        refused.add(Run.ROOT.relativize(program));
      }
    }
    System.out.printf(
        "%d programs, of which %d do not compile: %s%n", programs, refused.size(), refused);
    assertThat(programs - refused.size()).isGreaterThan(40);
    allAreAccepted("policies of other cases and of the examples", texts);
  }

  private static boolean compile(Path program, Path out) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "compile",
                program.toString(),
                "-o",
                out.toString(),
                "--as-of",
                DAY,
                "--expired",
                "drop",
                "--skip-unreadable"));
    Path manifests =
        program.endsWith("zones") ? program.resolveSibling("k8s") : program.getParent();
    if (!yaml(manifests).isEmpty()) {
      args.addAll(List.of("-m", manifests.toString()));
    }
    return zonec(args.toArray(String[]::new)).exit() == 0;
  }

  private static List<Path> programs() throws IOException {
    List<Path> programs = new ArrayList<>();
    for (String kind : List.of("verdicts", "runs", "lint", "format")) {
      try (Stream<Path> files = Files.walk(cases(kind))) {
        files
            .filter(file -> file.toString().endsWith(".zone") && !file.toString().contains(".d/"))
            .sorted()
            .forEach(programs::add);
      }
    }
    try (Stream<Path> examples = Files.list(Run.ROOT.resolve("examples"))) {
      examples
          .map(each -> each.resolve("zones"))
          .filter(Files::isDirectory)
          .sorted()
          .forEach(programs::add);
    }
    return programs;
  }

  private static List<Path> yaml(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  private static Path cases(String kind) {
    return Run.ROOT.resolve("spec/cases").resolve(kind);
  }

  private static void allAreAccepted(String what, List<PolicyText> texts) throws Exception {
    List<Acceptance> judgements = Acceptance.all(texts, Objects.requireNonNull(server));
    List<String> refused =
        judgements.stream()
            .filter(each -> !each.server().accepted() || !each.acceptedByZonec())
            .map(Acceptance::reasons)
            .toList();
    System.out.printf("%s: %d sent, %d refused%n", what, judgements.size(), refused.size());
    assertThat(judgements).isNotEmpty();
    assertThat(refused).isEmpty();
  }
}
