package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.diagnostics.InputPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for reading a program: values of parameters, and the scope of imports. */
@OptionGroup(Subject.PROGRAM)
final class ProgramOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "the value of a parameter; a comma separates address blocks; repeatable")
  private List<String> params = new ArrayList<>();

  @Option(
      names = "--params",
      paramLabel = "FILE",
      description = "values of parameters, as YAML: `name: value`; -p takes precedence; repeatable")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--allow-outside",
      description = "let imports read files outside of the folder that contains all ZONES")
  private boolean allowOutside;

  /**
   * Returns the request.
   *
   * @param paths the sources; if there are none, those of the configuration file
   * @param day the date for expiry
   */
  ProgramRequest request(
      Settings settings, List<String> paths, LocalDate day, ExpiredFlows expired) {
    ProgramRequest request =
        new ProgramRequest(
            InputPath.of(paths.isEmpty() ? settings.programPaths() : paths),
            settings.params(),
            options(),
            files,
            allowOutside || settings.allowOutside(),
            day,
            expired,
            paths.isEmpty() ? settings.programProblems() : settings.problems());
    return Main.of(spec.commandLine()).texts().map(request::reading).orElse(request);
  }

  /** Rejects the command line if neither it nor the configuration file names a program. */
  void require(Settings settings, List<String> paths) {
    if (paths.isEmpty() && settings.program().isEmpty() && settings.problems().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "there is no program: pass .zone files or folders, or name them in "
              + settings
                  .file()
                  .map(file -> file + " as `program`")
                  .orElse("a zonec.yaml (`zonec init` writes one)"));
    }
  }

  private SortedMap<String, String> options() {
    SortedMap<String, String> options = new TreeMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      if (equals < 1) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "-p takes NAME=VALUE, not '" + param + "'");
      }
      String name = param.substring(0, equals);
      if (options.put(name, param.substring(equals + 1)) != null) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "-p gives '" + name + "' twice");
      }
    }
    return options;
  }
}
