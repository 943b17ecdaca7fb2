package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code spec/cases/render} describes a diagnostic and shows how it is drawn,
 * separated by a line {@code ---}. {@code -Dzonec.rewrite=true} rewrites the drawings.
 *
 * <p>Before the separator stand comments ({@code #}) and:
 *
 * <ul>
 *   <li>{@code source NAME}, followed by its lines after {@code |}. Lines end in LF, the last one
 *       too unless it ends in {@code \}. The escapes {@code \t}, {@code \r} and {@code \}{@code
 *       uXXXX} stand for characters, and a text of the form {@code (N*x)} for N times x.
 *   <li>{@code error CODE MESSAGE} or {@code warning CODE MESSAGE}
 *   <li>{@code at NAME FROM-TO LABEL}: the place, as offsets in the source; {@code in NAME} for a
 *       whole file
 *   <li>{@code also NAME FROM-TO LABEL}: another place
 *   <li>{@code help TEXT} and {@code note TEXT}
 *   <li>{@code width N}, and {@code color}, with which escapes are written as {@code \e}
 * </ul>
 */
final class RenderCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases", "render");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");
  private static final Pattern PLACE = Pattern.compile("(\\S+) (\\d+)-(\\d+) ?(.*)");
  private static final Pattern REPEATED = Pattern.compile("\\((\\d+)\\*([^)]+)\\)");
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> drawings() throws IOException {
    return cases().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }

  private static void compare(Path file) throws IOException {
    String text = Files.readString(file);
    String given = text.substring(0, text.indexOf("\n---\n") + 5);
    Drawing drawing = Drawing.of(given.lines().toList());
    String actual = given + drawing.text();
    if (REWRITE) {
      Files.writeString(file, actual);
    } else {
      assertThat(actual).as("%s", file).isEqualTo(text);
    }
    if (drawing.width() != DiagnosticRenderer.UNLIMITED && !drawing.color()) {
      assertThat(drawing.text().lines()).allMatch(line -> line.length() <= drawing.width());
    }
  }

  private record Drawing(String text, int width, boolean color) {
    static Drawing of(List<String> lines) {
      Map<String, StringBuilder> texts = new HashMap<>();
      StringBuilder open = new StringBuilder();
      for (String line : lines) {
        if (line.startsWith("source ")) {
          open = texts.computeIfAbsent(line.substring(7), n -> new StringBuilder());
        } else if (line.startsWith("|")) {
          String content = unescaped(line.substring(1));
          open.append(
              content.endsWith("\\") ? content.substring(0, content.length() - 1) : content + "\n");
        }
      }
      Map<String, SourceText> sources = new HashMap<>();
      texts.forEach((name, text) -> sources.put(name, new SourceText(name, text.toString())));
      Diagnostic diagnostic = Diagnostic.error(Code.ZC0001, "no message");
      int width = DiagnosticRenderer.UNLIMITED;
      boolean color = false;
      for (String line : lines) {
        String[] words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
          case "error", "warning" -> {
            String[] parts = unescaped(rest).split(" ", 2);
            Severity severity = Severity.valueOf(words[0].toUpperCase(Locale.ROOT));
            Code code = Code.valueOf(parts[0]);
            diagnostic =
                new Diagnostic(severity, code, parts[1], new Place.Nowhere(), "", List.of());
          }
          case "at" -> {
            Matcher place = place(rest);
            diagnostic = moved(diagnostic, Place.at(span(place, sources)), place.group(4));
          }
          case "in" -> diagnostic = moved(diagnostic, new Place.InFile(rest), "");
          case "also" -> {
            Matcher place = place(rest);
            diagnostic = diagnostic.also(span(place, sources), unescaped(place.group(4)));
          }
          case "help" -> diagnostic = diagnostic.help(rest);
          case "note" -> diagnostic = diagnostic.note(rest);
          case "width" -> width = Integer.parseInt(rest);
          case "color" -> color = true;
          default -> {}
        }
      }
      String text = new DiagnosticRenderer(color, width).render(diagnostic);
      return new Drawing(text.replace("\u001b", "\\e"), width, color);
    }

    private static Matcher place(String text) {
      Matcher matcher = PLACE.matcher(text);
      assertThat(matcher.matches()).as(text).isTrue();
      return matcher;
    }

    private static Span span(Matcher place, Map<String, SourceText> sources) {
      return new Span(
          sources.get(place.group(1)),
          Integer.parseInt(place.group(2)),
          Integer.parseInt(place.group(3)));
    }

    private static Diagnostic moved(Diagnostic diagnostic, Place place, String label) {
      return new Diagnostic(
          diagnostic.severity(),
          diagnostic.code(),
          diagnostic.message(),
          place,
          unescaped(label),
          diagnostic.others(),
          diagnostic.notes());
    }

    private static String unescaped(String text) {
      String repeated =
          REPEATED
              .matcher(text)
              .replaceAll(
                  m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
      return CODE_UNIT
          .matcher(repeated.replace("\\t", "\t").replace("\\r", "\r"))
          .replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
    }
  }
}
