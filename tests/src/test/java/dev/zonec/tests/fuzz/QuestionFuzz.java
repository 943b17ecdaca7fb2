package dev.zonec.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QuestionTree;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is accepted as a question, or rejected with a problem. */
final class QuestionFuzz {
  static Stream<String> questions() {
    return Stream.of(
        "web -> redis",
        "web ~> redis : http",
        "* -> shop/web : tcp/80, udp/53",
        "pods(app=x,tier in (a, b),!c) in namespace(shop) ~> 10.0.0.0/8",
        "2001:db8::1 -> *",
        "resolve pods(app=x)",
        "pods in namespace(shop) -> pods(app=x) in namespace(shop)");
  }

  @MethodSource("questions")
  @DictionaryEntries({
    " -> ",
    " ~> ",
    "*",
    "pods(",
    ") in namespace(",
    " : ",
    "tcp/80",
    "::1",
    "/32"
  })
  @FuzzTest(maxDuration = "1m")
  void question(@NotNull String text) {
    if (ZoneParsing.query(new SourceText("(question)", text))
        instanceof Parsed.Malformed<QuestionTree>(var problems)) {
      assertThat(problems).isNotEmpty();
    }
  }
}
