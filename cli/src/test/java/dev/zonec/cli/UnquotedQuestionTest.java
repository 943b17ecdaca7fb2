package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions without quotes, as a shell passes them on. */
final class UnquotedQuestionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zonec query web -> db        and a file db
          web -              | took `>` as a redirection   | zonec query 'web -> OTHER'
          # zonec query web->db          and a file db
          web-               | took `>` as a redirection   | zonec query 'web -> OTHER'
          # zonec query web ~> db        and a file db
          web /home/me       | took `>` as a redirection   | zonec query 'web -> OTHER'
          web ~              | took `>` as a redirection   | zonec query 'web -> OTHER'
          # zonec query shop/web~>db     and a file db
          shop/web~          | took `>` as a redirection   | zonec query 'shop/web -> OTHER'
          # zonec query web '->' db zones
          web -> db          | `->` is another one         | zonec query 'web -> db'
          web ~> db          | `~>` is another one         | zonec query 'web ~> db'
          resolve web        | is one argument             | zonec query 'resolve web'
          """)
  void areRecognized(String words, String said, String remedy) {
    List<String> all = Arrays.asList(words.split(" "));
    assertThat(
            UnquotedQuestion.mistake(
                all.getFirst(), all.subList(1, all.size()), "/home/me", "zonec query"))
        .hasValueSatisfying(text -> assertThat(text).contains(said).contains(remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web -> db          | zones
          web ~> db          | zones
          resolve web        | zones
          connections        | zones
          web                | zones
          """)
  void otherQuestionsAreNot(String question, String zones) {
    assertThat(UnquotedQuestion.mistake(question, List.of(zones), "/home/me", "zonec query"))
        .isEmpty();
  }
}
