package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the amount and the form of the output. */
@OptionGroup(Subject.OUTPUT)
class ConsoleOptions {
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

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; NO_COLOR and CLICOLOR are honoured (default: auto)")
  private Color color = Color.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "print only problems")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "also print what was read and skipped")
  private boolean verbose;

  @Option(
      names = "--no-progress",
      description = "do not show on a terminal what a long run is doing")
  private boolean noProgress;

  @Option(
      names = "--all",
      description =
          "print every warning, even if many have the same code; for questions, every shortest path"
              + " and every explanation; for diff, every difference")
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

  /** Applies the settings for output that no option overrides, and names their file. */
  void apply(Settings settings, Console console) {
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

  /** Returns the console of the command. */
  Console console() {
    CommandLine line = spec.commandLine();
    Console console = new Console(line.getOut(), line.getErr(), colored(), Terminal.width(), all);
    // Starting the process that finds out whether there is a terminal would delay a short run.
    if (!quiet && !noProgress && Main.of(line).usesStandardStreams()) {
      console.showProgress(Terminal::isStandardError);
    }
    return console;
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
