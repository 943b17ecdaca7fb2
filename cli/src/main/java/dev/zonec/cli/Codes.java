package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.NearestName;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Parses codes of diagnostics on the command line. */
final class Codes {
  /** The least length of a word that is searched in titles; shorter words occur in too many. */
  private static final int WORD = 4;

  private Codes() {}

  /** Returns the code {@code text}, which can be in lower case and without {@code ZC}. */
  static Code parse(String text) {
    String wanted = full(text.toUpperCase(Locale.ROOT));
    return all()
        .filter(code -> code.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "`"
                        + text
                        + "` is not a code; "
                        + nearest(text, wanted)
                            .map(code -> "did you mean `" + code + "` (" + code.title() + ")?")
                            .orElse("`zonec explain` lists all codes")));
  }

  private static String full(String text) {
    return text.matches("[0-9]{1,4}") ? "ZC" + "0".repeat(4 - text.length()) + text : text;
  }

  /** Returns a code with a similar spelling, or the first code with the word in its title. */
  private static Optional<Code> nearest(String text, String wanted) {
    return NearestName.to(wanted, all().map(Code::name).toList())
        .map(Code::valueOf)
        .or(
            () ->
                all()
                    .filter(code -> text.length() >= WORD)
                    .filter(code -> code.title().contains(text.toLowerCase(Locale.ROOT)))
                    .findFirst());
  }

  private static Stream<Code> all() {
    return Stream.of(Code.values());
  }
}
