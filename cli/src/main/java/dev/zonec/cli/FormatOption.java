package dev.zonec.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The format of a command that prints its result for people or as one JSON document. */
final class FormatOption {
  enum Format {
    TEXT,
    JSON;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  Format format() {
    return format;
  }

  boolean json() {
    return format == Format.JSON;
  }
}
