package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code spec/cases/verdicts} is a case: {@code case.zone} is verified with
 * {@code k8s.yaml} and the options in {@code args}, if these files exist. {@code expected} is the
 * exit code and the complete output. {@code -Dzonec.rewrite=true} rewrites the expectations.
 */
final class VerdictCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases", "verdicts");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");
  private static final String DAY = "2026-11-23";

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(f -> f.endsWith("case.zone")).map(Path::getParent).sorted().toList();
    }
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(40);
  }

  @TestFactory
  Stream<DynamicTest> verdicts() throws IOException {
    return cases().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    CASES.relativize(folder).toString(), () -> verdict(folder)));
  }

  private static void verdict(Path folder) throws IOException {
    List<String> args = new ArrayList<>(List.of("verify", folder.resolve("case.zone").toString()));
    if (Files.exists(folder.resolve("k8s.yaml"))) {
      args.addAll(List.of("-m", folder.resolve("k8s.yaml").toString()));
    }
    if (Files.exists(folder.resolve("args"))) {
      args.addAll(List.of(Files.readString(folder.resolve("args")).strip().split(" ")));
    }
    if (!args.contains("--as-of")) {
      args.addAll(List.of("--as-of", DAY));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    String said = "exit " + exit + "\n\n" + out + "\n" + err;
    String actual = said.replace(folder + "/", "").replace(folder + "\\", "");
    Path expected = folder.resolve("expected");
    if (REWRITE) {
      Files.writeString(expected, actual);
    } else {
      assertThat(actual).as("%s", folder).isEqualTo(Files.readString(expected));
    }
  }
}
