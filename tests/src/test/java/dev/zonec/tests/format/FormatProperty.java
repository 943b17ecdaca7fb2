package dev.zonec.tests.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import dev.zonec.grammar.outline.Line;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.outline.Part;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.print.TreePrinter;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.tests.properties.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Formatting keeps the tree and the comments of a program, whatever its layout, and a second run
 * changes nothing.
 */
final class FormatProperty {
  @Provide
  Arbitrary<List<Statement>> programs() {
    return Trees.statement().list().ofMaxSize(6);
  }

  @Property(tries = 1500)
  void formattingIsIndependentOfWhiteSpace(
      @ForAll("programs") List<Statement> statements, @ForAll long seed) {
    Random random = new Random(seed);
    String text = scattered(tokens(TreePrinter.print(file(statements))), random);
    OutlinedSource before = read(text);
    String once = format(text);
    OutlinedSource after = read(once);
    assertThat(after.file().statements()).as(text).isEqualTo(before.file().statements());
    assertThat(SourceComments.in(once)).as(text).isEqualTo(SourceComments.in(text));
    assertThat(format(once)).as("again, from:%n%s", text).isEqualTo(once);
    assertThat(once).doesNotContain("\n\n\n", " \n");
    assertThat(format(text.replace("\n", "\r\n")))
        .as("with CRLF: %s", text)
        .isEqualTo(text.contains("\n") ? once.replace("\n", "\r\n") : once);
  }

  @Property(tries = 500)
  void linesFitUnlessTheyCannotBeBroken(@ForAll("programs") List<Statement> statements) {
    String once = format(TreePrinter.print(file(statements)));
    for (String line : once.split("\n", -1)) {
      boolean tooWide = line.codePointCount(0, line.length()) > 100;
      boolean whole = line.strip().startsWith("#") || tokens(line).size() < 8;
      assertThat(tooWide && !whole).as(once).isFalse();
    }
  }

  private static SourceFile file(List<Statement> statements) {
    return new SourceFile(new SourceText("tree.zone", ""), statements);
  }

  private static OutlinedSource read(String text) {
    return switch (ZoneParsing.outlined(new SourceText("text.zone", text))) {
      case Parsed.Tree<OutlinedSource>(OutlinedSource read) -> read;
      case Parsed.Malformed<OutlinedSource>(var problems) ->
          throw new AssertionError(problems + "\nin\n" + text);
    };
  }

  static String format(String text) {
    return switch (Formatting.format(new SourceText("text.zone", text))) {
      case Formatted.Text(String formatted) -> formatted;
      case Formatted.Malformed(var problems) -> throw new AssertionError(problems + text);
    };
  }

  /** Returns the tokens and comments of a text in order; comments begin with their sign. */
  private static List<String> tokens(String text) {
    if (!(ZoneParsing.outlined(new SourceText("line", text))
        instanceof Parsed.Tree<OutlinedSource>(OutlinedSource read))) {
      return List.of(text.strip().split("[ ,(){}]+", -1));
    }
    Outline outline = read.outline();
    List<String> found = new ArrayList<>();
    outline.lines().stream().flatMap(FormatProperty::tokens).forEach(t -> add(t, found));
    outline.end().comments().forEach(comment -> found.add(comment.text()));
    return found;
  }

  private static void add(Part.Token token, List<String> found) {
    token.before().comments().forEach(comment -> found.add(comment.text()));
    found.add(token.text());
  }

  private static Stream<Part.Token> tokens(Line line) {
    return line.parts().stream()
        .flatMap(
            part ->
                switch (part) {
                  case Part.Token token -> Stream.of(token);
                  case Part.Block block ->
                      Stream.of(
                              Stream.of(block.open()),
                              block.lines().stream().flatMap(FormatProperty::tokens),
                              Stream.of(block.close()))
                          .flatMap(s -> s);
                });
  }

  private static String scattered(List<String> tokens, Random random) {
    // How often a gap is more than a space, and how often it contains a comment.
    int breaks = random.nextInt(100);
    int remarks = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append(gap(random, breaks, remarks)).append(token);
      if (token.startsWith("#")) {
        text.append("\n");
      }
    }
    return text.append(gap(random, breaks, remarks)).toString();
  }

  private static String gap(Random random, int breaks, int remarks) {
    StringBuilder gap = new StringBuilder(" ");
    while (random.nextInt(100) < breaks) {
      gap.append(List.of(" ", "\t", "\n", "\n", "\n\n", "  \n \n\n").get(random.nextInt(6)));
    }
    if (random.nextInt(100) < remarks) {
      String sign = List.of("# ", "## ", "#", "#!").get(random.nextInt(4));
      gap.append(sign).append("remark ").append(random.nextInt(100)).append("  \n");
      return gap + gap(random, breaks, remarks);
    }
    return gap.toString();
  }
}
