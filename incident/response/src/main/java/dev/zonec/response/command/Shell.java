package dev.zonec.response.command;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The syntax of a POSIX shell. */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private Shell() {}

  /** Returns a command with these words, quoted where a shell would read them differently. */
  static String line(String... words) {
    return Arrays.stream(words).map(Shell::word).collect(Collectors.joining(" "));
  }

  /** Returns {@code word}, quoted if it has characters with a meaning. */
  static String word(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
