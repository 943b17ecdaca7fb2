package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Severity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the output, and for the effect of warnings on the exit code. */
@OptionGroup(Subject.OUTPUT)
final class OutputOptions extends ConsoleOptions {
  enum FailOn {
    ERROR,
    WARNING;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "error, or warning: also exit with 1 if there are warnings (default: error)")
  private @Nullable FailOn failOn;

  @Override
  Console console() {
    CommandLine line = spec.commandLine();
    Console console = super.console();
    if (failOn == FailOn.WARNING) {
      Main.of(line).failOnWarningsOf(console);
    }
    return console;
  }

  @Override
  void apply(Settings settings, Console console) {
    if (failOn == null && settings.failOn().equals(Optional.of(Severity.WARNING))) {
      Main.of(spec.commandLine()).failOnWarningsOf(console);
    }
    super.apply(settings, console);
  }
}
