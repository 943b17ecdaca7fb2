package dev.zonec.tests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file {@code spec/cases/lint/x.zone} is a case: lint reports the findings {@code x.findings},
 * with the manifests {@code x.yaml} if the file exists. {@code --fix} changes the source to {@code
 * x.fixed}, if the file exists. Imported sources are in {@code x.d}. A line {@code # enable: CODE}
 * enables an optional check. {@code -Dzonec.rewrite=true} rewrites the expectations.
 */
final class LintCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases", "lint");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  @TempDir private static Path dir;

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(f -> f.toString().endsWith(".zone")).sorted().toList();
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName().toString().replace(".zone", suffix));
  }

  private static Run lint(Path zone, Path manifests, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("lint", "--as-of", "2026-11-23"));
    for (String line : Files.readAllLines(zone)) {
      if (line.startsWith("# enable: ")) {
        args.addAll(List.of("--enable", line.substring("# enable: ".length())));
      }
    }
    if (Files.exists(manifests)) {
      args.addAll(List.of("-m", manifests.toString()));
    }
    args.addAll(Arrays.asList(more));
    args.add(zone.toString());
    return Run.zonec(args.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> findings() throws IOException {
    return cases().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    Path copy = dir.resolve(file.getFileName().toString());
    Files.copy(file, copy);
    copyFolder(beside(file, ".d"));
    Run found = lint(copy, beside(file, ".yaml"));
    String findings = (found.err() + found.out()).replace(dir + "/", "");
    expect(beside(file, ".findings"), findings);
    boolean rejected = findings.contains("error[");
    boolean clean = findings.equals("no findings\n");
    assertThat(found.exit()).isEqualTo(rejected ? 3 : clean ? 0 : 1);
    lint(copy, beside(file, ".yaml"), "--fix");
    String fixed = Files.readString(copy);
    expect(beside(file, ".fixed"), fixed.equals(Files.readString(file)) ? "" : fixed);
    Run again = lint(copy, beside(file, ".yaml"), "--fix", "-f", "json");
    assertThat(again.out()).doesNotContain("\"fixable\" : true");
    assertThat(Files.readString(copy)).isEqualTo(fixed);
  }

  private static void copyFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve(CASES.relativize(file).toString()));
      }
    }
  }

  private static void expect(Path file, String actual) throws IOException {
    if (REWRITE) {
      if (actual.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, actual);
      }
      return;
    }
    assertThat(actual).as("%s", file).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
  }

  @Test
  void everyCodeOfLintHasACase() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : cases()) {
      all.append(Files.readString(beside(file, ".findings")));
    }
    Set<Code> missing = new TreeSet<>();
    for (Code code : Code.values()) {
      if (code.name().startsWith("ZC10") && !all.toString().contains("[" + code + "]")) {
        missing.add(code);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Disabling a code removes its own findings only. */
  @Test
  void aDisabledCodeIsNotFound() {
    Run run = Run.zonec("lint", CASES.resolve("wide-flows.zone").toString(), "--disable", "ZC1005");
    assertThat(run.err()).doesNotContain("ZC1005").contains("ZC1006");
    Run none =
        Run.zonec(
            "lint",
            CASES.resolve("wide-flows.zone").toString(),
            "--disable",
            "ZC1005",
            "--disable",
            "ZC1006",
            "--disable",
            "ZC1001");
    assertThat(none.exit()).isZero();
  }
}
