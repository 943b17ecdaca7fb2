package dev.zonec.cli;

import dev.zonec.application.config.ConfigPath;
import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.InputPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The file of accepted findings. */
@OptionGroup(Subject.COMMAND)
final class BaselineOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "accept the findings that this file lists (default: `baseline` of the configuration"
              + " file)")
  private @Nullable String file;

  @Option(names = "--no-baseline", description = "accept no findings")
  private boolean none;

  /** Returns the file; empty if no findings are accepted. */
  Optional<InputPath> file(Settings settings) {
    if (none && file != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--baseline names a file and --no-baseline none: pass only one of them");
    }
    return none
        ? Optional.empty()
        : Optional.ofNullable(file)
            .map(InputPath::of)
            .or(() -> settings.baseline().map(BaselineOptions::input));
  }

  /** Returns the path of the configuration file as an input. */
  static InputPath input(ConfigPath path) {
    return new InputPath(path.name(), path.path().toString());
  }
}
