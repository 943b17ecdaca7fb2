package dev.zonec.flows.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Times are read as the standard library reads them. */
final class InstantsProperty {
  @Property(tries = 3_000)
  void datesAreReadAsTheStandardLibraryReadsThem(
      @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
      @ForAll @IntRange(min = 0, max = 9) int digits,
      @ForAll @IntRange(min = -18 * 60 + 1, max = 18 * 60 - 1) int zone,
      @ForAll @IntRange(min = 0, max = 2) int form) {
    OffsetDateTime time =
        Instant.ofEpochSecond(second, nanos)
            .atOffset(form == 2 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(zone * 60));
    if (time.getYear() < 0 || time.getYear() > 9999) {
      return;
    }
    String fraction = digits == 0 ? "" : "." + String.format("%09d", nanos).substring(0, digits);
    String text =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time)
            + fraction
            + (form == 2
                ? "Z"
                : DateTimeFormatter.ofPattern(form == 1 ? "xxx" : "xx").format(time));
    int shown = digits == 0 ? 0 : Integer.parseInt((fraction.substring(1) + "000").substring(0, 3));
    assertThat(Instants.parse(text)).hasValue(second * 1000 + shown);
  }

  @Example
  void aDamagedDateIsNoOtherDate() {
    String whole = "2026-02-28T23:59:59.123456Z";
    for (int at = 0; at < whole.length(); at++) {
      for (char damage = ' '; damage <= '~'; damage++) {
        StringBuilder text = new StringBuilder(whole);
        text.setCharAt(at, damage);
        for (int length = 0; length <= whole.length(); length++) {
          String cut = text.substring(0, length);
          assertThat(Instants.parse(cut)).as(cut).isEqualTo(read(cut));
        }
      }
    }
  }

  @Property(tries = 300)
  void datesOfOneLogAreReadLikeSingleOnes(@ForAll long seed) {
    Random random = new Random(seed);
    RecurringMinutes minutes = new RecurringMinutes();
    for (int i = 0; i < 50; i++) {
      StringBuilder date =
          new StringBuilder(
              String.format(
                  "x2026-02-%02dT10:%02d:%02d.%dZ",
                  27 + random.nextInt(3),
                  random.nextInt(2),
                  random.nextInt(62),
                  random.nextInt(2_000)));
      if (random.nextInt(4) == 0) {
        date.setCharAt(1 + random.nextInt(date.length() - 1), (char) (' ' + random.nextInt(95)));
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(date.length()) : date.length() - 1;
      char[] text = date.toString().toCharArray();
      assertThat(minutes.parse(text, 1, length))
          .as("%s, %d characters", date, length)
          .isEqualTo(Instants.parse(text, 1, length));
    }
  }

  /**
   * Reads what has seconds and the hours and minutes of a zone; the rest is put into the usual
   * form.
   */
  private static OptionalLong read(String text) {
    if (!text.matches(
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}"
            + "([.][0-9]*)?([Zz]|[+-][0-9]{2}:?[0-9]{2})")) {
      return OptionalLong.empty();
    }
    String usual =
        text.replace(' ', 'T')
            .replaceFirst("[.](?![0-9])", "")
            .replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
    try {
      return OptionalLong.of(OffsetDateTime.parse(usual).toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  @Property(tries = 3_000)
  void secondsAreRoundedAsDecimalNumbers(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long whole,
      @ForAll @CharRange(from = '0', to = '9') @StringLength(max = 20) String decimals) {
    String text = decimals.isEmpty() ? Long.toString(whole) : whole + "." + decimals;
    long expected =
        new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    char[] chars = ("x" + text + "y").toCharArray();
    long read = Instants.seconds(chars, 1, text.length());
    if (text.length() <= 30) {
      assertThat(read).isEqualTo(expected);
    } else {
      assertThat(read).isBetween(expected - 1, expected + 1);
    }
  }

  @Property(tries = 3_000)
  void otherTextsAreReadAsNumbersOfTheStandardLibrary(
      @ForAll @CharRange(from = '+', to = '9') @StringLength(max = 14) String text) {
    long read = Instants.seconds(text.toCharArray(), 0, text.length());
    OptionalLong expected = Instants.seconds(text);
    if (expected.isEmpty()) {
      assertThat(read).isEqualTo(Instants.NONE);
    } else {
      // The standard library rounds a binary number, which can be below a decimal half.
      assertThat(read).isBetween(expected.getAsLong(), expected.getAsLong() + 1);
    }
  }

  @Example
  void aNumberOfThirtyDigitsIsNoTime() {
    String text = "123456789012345678901234567890";
    assertThat(Instants.seconds(text.toCharArray(), 0, text.length())).isEqualTo(Instants.NONE);
  }
}
