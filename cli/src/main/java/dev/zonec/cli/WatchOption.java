package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Repeats a command when its inputs change. */
@OptionGroup(Subject.COMMAND)
final class WatchOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--watch",
      description = "run again whenever a file that the run reads changes, until Ctrl-C")
  private boolean on;

  /**
   * Returns the exit code of {@code once}, or of the last of several runs.
   *
   * @param arguments the files and folders of the command line
   * @param manifests the manifests, which must be files
   */
  int runs(List<String> arguments, ManifestOptions manifests, Supplier<ExitCode> once) {
    Main main = Main.of(spec.commandLine());
    if (!on || main.isRepeated()) {
      return once.get().number();
    }
    if (manifests.readsCluster()) {
      throw refused("a cluster (-k)");
    }
    if (manifests.readsStandardInput() || arguments.contains("-")) {
      throw refused("standard input (-)");
    }
    return main.repeat(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private CommandLine.ParameterException refused(String input) {
    return new CommandLine.ParameterException(
        spec.commandLine(), "--watch runs again when a file changes, so it cannot read " + input);
  }
}
