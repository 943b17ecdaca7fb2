package dev.zonec.flows.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.observed.Instants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Columns are those of a line that is split as text, and symbols are equal to their text. */
final class ColumnsProperty {
  private static final List<String> PIECES =
      List.of(
          "-", "7", "443", "10.1.0.9", "é", "a b", "1763632800.5", "", "0", "99999999999999999999");

  @Property(tries = 500)
  void columnsAreThoseOfTheSplitText(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String separator = List.of("\t", " ", "|", "::", "é").get(random.nextInt(5));
    Columns columns = new Columns(separator);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      for (int j = random.nextInt(40); j > 0; j--) {
        log.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(9) == 0 ? "" : separator);
      }
      log.append('\n');
    }
    LogLines lines =
        new LogLines(new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)));
    while (lines.next()) {
      columns.split(lines.line());
      String[] values = lines.line().content().split(Pattern.quote(separator), -1);
      assertThat(columns.size()).isEqualTo(values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat(columns.text(i)).isEqualTo(values[i]);
        assertThat(columns.is(i, values[i].getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(columns.is(i, "-".getBytes(StandardCharsets.UTF_8)))
            .isEqualTo(values[i].equals("-"));
        assertThat(columns.number(i, -7)).isEqualTo(number(values[i]));
        long seconds = columns.seconds(i);
        if (seconds != Instants.NONE) {
          assertThat(Instants.seconds(values[i])).isEqualTo(OptionalLong.of(seconds));
        }
      }
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -7;
    }
  }

  @Property(tries = 200)
  void symbolsAreTheirTexts(@ForAll long seed) {
    Random random = new Random(seed);
    Symbols symbols = new Symbols();
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(random.nextInt(8) == 0 ? 200 : 12); j > 0; j--) {
        // Aa and BB have the same hash.
        text.append(List.of("Aa", "BB", "a", "é", "\u20ac").get(random.nextInt(5)));
      }
      String expected = text.toString();
      char[] chars = ("<" + expected + ">").toCharArray();
      assertThat(symbols.of(chars, 1, expected.length())).isEqualTo(expected);
      byte[] bytes = ("<" + expected + ">").getBytes(StandardCharsets.UTF_8);
      assertThat(symbols.of(bytes, 1, bytes.length - 2)).isEqualTo(expected);
    }
  }
}
