package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a second solver answers but {@code unsat} to each obligation, it is no pass. */
final class CrossCheckTest {
  @TempDir private Path folder;

  @Test
  void smtinterpolConfirmsTheExample() throws IOException {
    Run run = verify("--cross-check");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("cross-check: SMTInterpol confirms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cvc5", "z3"})
  void aSolverOnTheSearchPathConfirmsTheExample(String name) throws IOException {
    Run run = verify("--cross-check-with=" + name);
    assumeTrue(!run.err().contains("there is no program"), name + " is absent");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("cross-check: " + name + " confirms");
  }

  @Test
  void aSolverThatDisagreesIsABugAndTheObligationsAreKept() throws IOException {
    Run run = verify("--cross-check-with=" + solver("echo sat"));
    assertThat(run.exit()).isEqualTo(70);
    Path kept =
        run.err()
            .lines()
            .filter(line -> line.contains("the obligations are in "))
            .map(line -> Path.of(line.replaceFirst(".*the obligations are in ", "").strip()))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readString(kept)).contains("(check-sat)");
  }

  /** An error, a failure, too few or too many answers, and other text are never answers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo unknown",
        "echo '(error \"line 3: invalid\")'; echo unsat",
        "grep -c check-sat \"$1\"",
        "true",
        "exit 1",
        "echo unsat; exit 3",
        "for i in $(seq 1000); do echo unsat; done",
        "for i in $(grep check-sat \"$1\"); do echo unsat; done; echo UNSAT",
      })
  void whateverIsNoAnswerIsNoPass(String answer) throws IOException {
    Run run = verify("--cross-check-with=" + solver(answer));
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).contains("ZC0510").contains("does not confirm an obligation");
  }

  @Test
  void asManyAnswersAsQuestionsAreAPass() throws IOException {
    Run run =
        verify(
            "--cross-check-with="
                + solver("for i in $(grep check-sat \"$1\"); do echo unsat; done"));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void aSolverThatIsAbsentIsAUsageError() throws IOException {
    assertThat(verify("--cross-check-with=no-such-solver").exit()).isEqualTo(2);
  }

  private Path solver(String answer) throws IOException {
    Path program = Files.writeString(folder.resolve("solver"), "#!/bin/sh\n" + answer + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private Run verify(String option) throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("shop.zone"),
            String.join(
                "\n",
                List.of(
                    "module shop",
                    "zone web { namespace shop  pods app=web }",
                    "zone db { namespace shop  pods app=db }",
                    "allow web -> db : tcp/5432",
                    "assert private: no path internet ~> db",
                    "")));
    return Run.zonec("verify", program.toString(), option);
  }
}
