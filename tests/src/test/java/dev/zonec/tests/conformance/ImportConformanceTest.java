package dev.zonec.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports every case of the corpus whose only policies are NetworkPolicies: the draft is proved
 * equal to them, or zonec names a reason. If the corpus is missing, the test is skipped.
 */
final class ImportConformanceTest {
  /** The settled knobs, because some workloads of the corpus are on the host network. */
  private static final String LIKE_PODS = "--assume=host-network=pod";

  private static final Path CASES =
      Path.of(System.getProperty("zonec.shared", "../shared"), "corpus", "connectivity");

  /** The number of cases, and the minimum number that must be proved without a reason. */
  private static final int CASES_THERE = 76;

  private static final int PROVED = 70;

  private static final Pattern OTHER_POLICIES =
      Pattern.compile("(?m)^\\s*-?\\s*\"?kind\"?: *\"?(Baseline)?AdminNetworkPolicy");
  private static final Pattern POLICIES =
      Pattern.compile("(?m)^\\s*-?\\s*\"?kind\"?: *\"?NetworkPolicy\\b");
  private static final Pattern CODE = Pattern.compile("(?m)^error\\[(ZC\\d+)]");

  @TempDir private Path dir;

  private record Run(int exit, String out, String err) {}

  private static Run zonec(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exit, out.toString(), err.toString());
  }

  @Test
  void everyCaseIsProvedOrHasAReason() throws IOException {
    assumeTrue(Files.isDirectory(CASES), () -> "there is no corpus at " + CASES);
    Map<String, List<String>> byOutcome = new TreeMap<>();
    int cases = 0;
    int proved = 0;
    for (Path folder : cases()) {
      cases++;
      String name = folder.getParent().getFileName().toString();
      String manifests = folder.toString();
      Path draft = dir.resolve(name + ".zone");
      Run run = zonec("import", manifests, "--skip-unreadable", LIKE_PODS, "-o", draft.toString());
      assertThat(run.exit()).as("%s: %s", name, run.err()).isIn(0, 1, 3, 4);
      // There is nothing to draft only if no policy is valid.
      assertThat(Files.exists(draft)).as(name).isEqualTo(run.exit() != 3);
      if (run.exit() == 0) {
        proved++;
        Run verified =
            zonec(
                "verify",
                draft.toString(),
                "-m",
                manifests,
                "--skip-unreadable",
                LIKE_PODS,
                "--as-written");
        assertThat(verified.exit()).as("%s: %s", name, verified.err()).isZero();
        Run compiled = zonec("compile", draft.toString(), "-m", manifests, "--skip-unreadable");
        String how = compiled.exit() == 0 ? "compiles" : "does not compile: " + codes(compiled);
        byOutcome.computeIfAbsent("proved, " + how, k -> new ArrayList<>()).add(name);
      } else {
        assertThat(codes(run)).as("%s: a reason in %s", name, run.err()).isNotEqualTo("[]");
        byOutcome
            .computeIfAbsent("exit " + run.exit() + " " + codes(run), k -> new ArrayList<>())
            .add(name);
      }
    }
    System.out.println(table(cases, byOutcome));
    assertThat(cases).isGreaterThanOrEqualTo(CASES_THERE);
    assertThat(proved).as(table(cases, byOutcome)).isGreaterThanOrEqualTo(PROVED);
    assertThat(byOutcome.getOrDefault("proved, compiles", List.of()))
        .as(table(cases, byOutcome))
        .hasSizeGreaterThanOrEqualTo(PROVED);
  }

  private static String table(int cases, Map<String, List<String>> byOutcome) {
    StringBuilder out = new StringBuilder("imported cases: " + cases + "\n");
    byOutcome.forEach(
        (outcome, names) -> {
          out.append("%5d  %s%n".formatted(names.size(), outcome));
          if (!outcome.startsWith("proved, compiles")) {
            out.append("       ").append(String.join(", ", names)).append('\n');
          }
        });
    return out.toString();
  }

  private static String codes(Run run) {
    Matcher matcher = CODE.matcher(run.err());
    return matcher.results().map(found -> found.group(1)).distinct().sorted().toList().toString();
  }

  /** Returns the manifests of each case with NetworkPolicies and no other policies. */
  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .map(folder -> folder.resolve("manifests"))
          .filter(Files::isDirectory)
          .filter(ImportConformanceTest::isNetworkPolicyOnly)
          .sorted()
          .toList();
    }
  }

  private static boolean isNetworkPolicyOnly(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
      return texts.stream().anyMatch(text -> POLICIES.matcher(text).find())
          && texts.stream().noneMatch(text -> OTHER_POLICIES.matcher(text).find());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
