package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.diff.FailOn;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.List;
import picocli.CommandLine.Option;

/** Selects the differences that make {@code diff} fail. */
@OptionGroup(Subject.OUTPUT)
final class FailOnDifference {
  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description =
          "exit with 1 if there is such a difference: more-permissive, path (a path appears),"
              + " assertion (a verdict gets worse) or any; a list separated by commas (default:"
              + " any)")
  private List<FailOn.Kind> kinds = List.of();

  /** Returns the differences that are not accepted. An option overrides the configuration file. */
  FailOn kinds(Settings settings) {
    if (!kinds.isEmpty()) {
      return FailOn.of(kinds);
    }
    return settings.diffFailOn().isEmpty()
        ? FailOn.of(List.of(FailOn.Kind.ANY))
        : FailOn.of(settings.diffFailOn().stream().map(FailOn.Kind::named).toList());
  }
}
