package dev.zonec.compiler.emit;

import static dev.zonec.compiler.Programs.compile;
import static dev.zonec.compiler.Programs.compiled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.diagnostics.Code;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmittedMetadataTest {
  private static String program(String annotation) {
    return """
    module t
    emit { annotations { a: "%s" } }
    zone web { namespace shop }
    allow within web : tcp/80 { owner @web }
    """
        .formatted(annotation);
  }

  @Test
  void annotationsHaveALimit() {
    int most = 262_144 - 65_536 - "a".length();
    compiled(program("x".repeat(most)));
    assertThat(compile(program("x".repeat(most + 1))))
        .isInstanceOfSatisfying(
            Compilation.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(problem -> problem.code())
                    .containsExactly(Code.ZC0226));
  }

  @Test
  void aCommentAboveChangesNoByte() {
    Compilation.Compiled before = compiled(program("x"));
    Compilation.Compiled after = compiled("# A comment.\n\n" + program("x"));
    assertThat(after.stream()).isEqualTo(before.stream());
  }

  @Test
  void longListsAreCutBehindAWholeText() {
    List<String> texts = Collections.nCopies(5000, "ab");
    String joined = OriginAnnotations.joined(texts, ", ");
    assertThat(joined).hasSizeLessThanOrEqualTo(4096).endsWith("ab, …");
    assertThat(OriginAnnotations.joined(List.of("x".repeat(5000)), ", "))
        .hasSizeLessThanOrEqualTo(4096)
        .endsWith("x…");
    String smile = new String(Character.toChars(0x1F600));
    assertThat(OriginAnnotations.joined(List.of("x" + smile.repeat(3000)), ", "))
        .endsWith(smile + "…");
    assertThat(OriginAnnotations.joined(List.of("a", "b"), "; ")).isEqualTo("a; b");
  }
}
