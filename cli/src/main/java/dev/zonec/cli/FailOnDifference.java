package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Selects the differences that make {@code diff} fail. */
@OptionGroup(Subject.OUTPUT)
final class FailOnDifference {
  enum Kind {
    MORE_PERMISSIVE,
    PATH,
    ASSERTION,
    ANY;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description =
          "exit with 1 if there is such a difference: more-permissive, path (a path appears),"
              + " assertion (a verdict gets worse) or any; a list separated by commas (default:"
              + " any)")
  private List<Kind> kinds = List.of(Kind.ANY);

  /** Whether differences of one of {@code some} make the command fail. */
  boolean isOneOf(Kind... some) {
    return kinds.contains(Kind.ANY) || List.of(some).stream().anyMatch(kinds::contains);
  }
}
