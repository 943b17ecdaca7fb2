package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.solver.Answer;
import dev.zonec.checker.solver.Scripts;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are run to their end, or the last answer is unknown. */
final class ScriptsTest {
  private static final String START =
      """
      (set-logic QF_BV)
      (declare-fun port () (_ BitVec 16))
      (declare-fun |source is pod| () Bool)
      (define-fun |is 80| () Bool (= port #x0050))
      """;

  private static final String QUESTIONS =
      """
      (push 1)
      ; a port that is 80 and above 80
      (set-info :status unsat)
      (assert (and |is 80| (bvugt port #x0050)))
      (check-sat)
      (pop 1)
      (push 1)
      (assert (and |is 80| |source is pod|))
      (check-sat)
      (pop 1)
      (push 1)
      (assert (not (= ((_ extract 15 8) port) #x00)))
      (assert (bvult port #x0100))
      (check-sat)
      (pop 1)
      """;

  @TempDir private Path folder;

  private static List<Answer> run(String text) {
    return new Scripts(Deadline.never()).run(text);
  }

  @Test
  void eachQuestionHasAnAnswer() {
    assertThat(run(START + QUESTIONS))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Answer.Impossible.class),
            second -> assertThat(second).isInstanceOf(Answer.Possible.class),
            third -> assertThat(third).isInstanceOf(Answer.Impossible.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(assert (= port",
        "(assert (= port #x50))",
        "(assert (= missing #x0050))",
        "(no-such-command)",
        "(set-option :regular-output-channel \"out.txt\")",
        "(include \"other.smt2\")",
        "(check-sat-assuming (|source is pod|))"
      })
  void aScriptWithAProblemHasAnUnknownAnswer(String problem) {
    List<Answer> answers = run(START + problem + "\n(assert false)\n(check-sat)\n");
    assertThat(answers.getLast()).isInstanceOf(Answer.Unknown.class);
    assertThat(answers).noneMatch(answer -> answer instanceof Answer.Impossible);
  }

  @Test
  void aWrongStatusIsNoAnswer() {
    assertThat(run(START + "(set-info :status sat)\n(assert false)\n(check-sat)\n"))
        .noneMatch(answer -> answer instanceof Answer.Possible);
  }

  @Test
  void noFileIsWritten() throws IOException {
    Path out = folder.resolve("out.txt");
    run(START + "(set-option :diagnostic-output-channel \"" + out + "\")\n(check-sat)\n");
    assertThat(Files.exists(out)).isFalse();
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream there = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(there);
      System.setErr(there);
      run(START + QUESTIONS + "(get-model)\n(echo \"text\")\n(assert (= port #x50))\n");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aPassedDeadlineIsNoAnswer() {
    assertThat(new Scripts(Deadline.when(() -> true)).run(START + QUESTIONS))
        .isNotEmpty()
        .allMatch(answer -> answer instanceof Answer.Unknown);
  }
}
