package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {
  private record Run(int exit, String out, String err) {}

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exit, out.toString(), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verfy x.zone                | unknown command `verfy`               | did you mean `verify`?
          complie x.zone              | unknown command `complie`             | did you mean `compile`?
          frobnicate                  | unknown command `frobnicate`          | zonec --help
          help verfy                  | unknown command `verfy`               | did you mean `verify`?
          --verson                    | unknown option `--verson`             | did you mean `--version`?
          verify x.zone --manifest k  | unknown option `--manifest` of `verify` | did you mean `--manifests`?
          verify x.zone --time=9      | unknown option `--time` of `verify`   | zonec verify --help
          compile x.zone --ouput=out  | unknown option `--ouput` of `compile` | did you mean `--output`?
          verify                      | there is no program                   | zonec verify --help
          verify x.zone --timeout=soon | invalid value                        | zonec verify --help
          query connections -f yaml -m k | `yaml` is none of text, json, csv, md, dot | zonec query --help
          query web -> db -m k        | the question is one argument           | zonec query 'web -> db'
          explain ZC203               | `ZC203` is not a code                 | did you mean `ZC0203`
          explain ZC0O03              | `ZC0O03` is not a code                | did you mean `ZC0003`
          explain disjoint            | `disjoint` is not a code              | did you mean `ZC0221`
          explain frobnicate          | `frobnicate` is not a code            | `zonec explain` lists all codes
          lint x.zone --disable ZC9999 | `ZC9999` is not a code               | zonec lint --help
          """)
  void isAMessageAndAHint(String command, String said, String hint) {
    Run run = run(command.split(" +"));
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("zonec: ").contains(said).contains(hint);
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void noCommandIsAShortStart() {
    assertThat(run().exit()).isZero();
    assertThat(run().err()).isEmpty();
    assertThat(run().out().lines())
        .hasSizeLessThan(12)
        .anyMatch(line -> line.contains("zonec init"))
        .anyMatch(line -> line.contains("`zonec help`"));
  }

  @Test
  void helpAfterACommandIsTheHelpOfTheCommand() {
    assertThat(run("verify", "help")).isEqualTo(run("help", "verify"));
    assertThat(run("query", "help")).isEqualTo(run("query", "--help"));
  }

  @Test
  void aCodeCanBeItsNumber() {
    assertThat(run("explain", "203").out()).startsWith("ZC0203: ");
    assertThat(run("explain", "zc0203")).isEqualTo(run("explain", "ZC0203"));
  }

  @Test
  void helpAndVersionAreWords() {
    assertThat(run("help")).isEqualTo(run("--help"));
    assertThat(run("help", "compile")).isEqualTo(run("compile", "--help"));
    assertThat(run("version")).isEqualTo(run("--version"));
    assertThat(run("help").out()).contains("verify");
    assertThat(run("help", "compile").out()).contains("--output");
  }
}
