package dev.zonec.cli;

import picocli.CommandLine;

/** Parses the numbers of options: seconds, and counts. None of them can be negative. */
final class WholeNumbers {
  private WholeNumbers() {}

  static int parse(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Integer.parseInt(text);
    }
    String what =
        text.matches("-[0-9]+")
            ? "is negative"
            : text.matches("[0-9]+") ? "is too large" : "is not a whole number, such as 60";
    throw new CommandLine.TypeConversionException("'" + text + "' " + what);
  }
}
