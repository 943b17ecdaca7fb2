package dev.zonec.cli;

import dev.zonec.application.config.ConfigRequest;
import dev.zonec.application.config.Configuration;
import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects the configuration file and one of its environments. */
@OptionGroup(Subject.CONFIGURATION)
final class ConfigOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "the configuration file (default: zonec.yaml in this folder or the nearest one above)")
  private @Nullable Path file;

  @Option(names = "--no-config", description = "use no configuration file")
  private boolean none;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "use the settings of this environment of the configuration file")
  private @Nullable String environment;

  @Option(
      names = "--run-commands",
      description = "run the commands of the configuration file that print manifests")
  private boolean runCommands;

  /** Reads the settings. Their problems are reported with the problems of the other inputs. */
  Settings settings(Console console, ConsoleOptions output) {
    if (none && file != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--config names a file and --no-config none: pass only one of them");
    }
    Settings settings =
        Configuration.read(
            new ConfigRequest(origin(), Optional.ofNullable(environment), runCommands));
    output.apply(settings, console);
    return settings;
  }

  /** Does the same, and sets the time limit of the run. */
  Settings settings(Console console, ConsoleOptions output, TimeLimit limit) {
    Settings settings = settings(console, output);
    limit.apply(settings);
    return settings;
  }

  private ConfigRequest.Origin origin() {
    if (none) {
      return new ConfigRequest.Origin.None();
    }
    return file == null
        ? new ConfigRequest.Origin.Above(Main.of(spec.commandLine()).folder())
        : new ConfigRequest.Origin.Named(file);
  }
}
