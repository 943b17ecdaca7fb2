package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Severity;
import dev.zonec.kubernetes.live.ReadingProgress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the output. */
@OptionGroup(Subject.OUTPUT)
final class OutputOptions {
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; NO_COLOR and CLICOLOR are honoured (default: auto)")
  private Color color = Color.AUTO;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "error, or warning: also exit with 1 if there are warnings (default: error)")
  private @Nullable FailOn failOn;

  @Option(
      names = {"-q", "--quiet"},
      description = "print only problems")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "also print what was read and skipped")
  private boolean verbose;

  @Option(
      names = "--all",
      description =
          "print every warning, even if many have the same code; for questions, every shortest path"
              + " and every explanation")
  private boolean all;

  /** Whether the output is complete even if it is long. */
  boolean all() {
    return all;
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }

  Console console() {
    CommandLine line = spec.commandLine();
    Console console = new Console(line.getOut(), line.getErr(), colored(), Terminal.width(), all);
    if (failOn == FailOn.WARNING) {
      Main.of(line).failOnWarningsOf(console);
    }
    return console;
  }

  /** Applies the settings for output that no option overrides, and names their file. */
  void apply(Settings settings, Console console) {
    if (failOn == null && settings.failOn().equals(Optional.of(Severity.WARNING))) {
      Main.of(spec.commandLine()).failOnWarningsOf(console);
    }
    if (verbose) {
      settings
          .file()
          .ifPresent(
              file ->
                  console.status(
                      "configuration: "
                          + file
                          + settings
                              .environment()
                              .map(name -> ", environment " + name)
                              .orElse("")));
    }
  }

  /**
   * Shows the progress of reading a cluster if standard error is a terminal and the output is not
   * quiet.
   */
  ReadingProgress progress(Console console) {
    return !quiet && Terminal.isStandardError()
        ? new ProgressLine(console)
        : ReadingProgress.silent();
  }

  private boolean colored() {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      // Picocli supports NO_COLOR and CLICOLOR, and detects terminals.
      case AUTO -> CommandLine.Help.Ansi.AUTO.enabled();
    };
  }
}
