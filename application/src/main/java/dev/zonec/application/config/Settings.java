package dev.zonec.application.config;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.template.RenderCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The settings that commands use if options and arguments do not give a value.
 *
 * @param file the name of the configuration file in messages; empty if there is none
 * @param environment the environment that was chosen
 * @param environments the names of all environments in the file
 * @param program the sources
 * @param manifests manifest files and folders
 * @param commands commands that print manifests
 * @param runCommands whether these commands may run
 * @param output the folder of the compiled policies
 * @param params values of parameters
 * @param assumed the knobs that are settled, with their answers
 * @param defaultNamespace the namespace of objects without a namespace
 * @param ignored the kinds that are accepted as not covered
 * @param allowOutside whether imports may read any file
 * @param failOn the least severity of diagnostics that makes a run fail
 * @param diffFailOn the differences that make {@code diff} fail, of {@link #DIFFERENCES}; empty if
 *     the file does not say
 * @param format the format of reports on standard output, one of {@link #FORMATS}
 * @param timeout the time limit of a run in seconds
 * @param baseline the file of accepted findings
 * @param cache the folder that keeps what is proved
 * @param problems the mistakes in the file
 */
public record Settings(
    Optional<String> file,
    Optional<String> environment,
    List<String> environments,
    List<ConfigPath> program,
    List<ConfigPath> manifests,
    List<RenderCommand> commands,
    boolean runCommands,
    Optional<ConfigPath> output,
    GivenParams params,
    Map<Knob, String> assumed,
    Optional<String> defaultNamespace,
    List<String> ignored,
    boolean allowOutside,
    Optional<Severity> failOn,
    List<String> diffFailOn,
    Optional<String> format,
    OptionalInt timeout,
    Optional<ConfigPath> baseline,
    Optional<ConfigPath> cache,
    List<Diagnostic> problems) {
  /** The settings where there is no configuration file. */
  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          GivenParams.NONE,
          Map.of(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** The time limit of a run in seconds, if neither an option nor a file gives one. */
  public static final int DEFAULT_TIMEOUT = 60;

  /** The formats of reports, as on the command line. */
  public static final List<String> FORMATS =
      List.of("text", "json", "jsonl", "sarif", "junit", "md", "github", "gitlab");

  /** The kinds of differences, as on the command line. */
  public static final List<String> DIFFERENCES =
      List.of("more-permissive", "path", "assertion", "any");

  /** Copies the collections. */
  public Settings {
    environments = List.copyOf(environments);
    program = List.copyOf(program);
    manifests = List.copyOf(manifests);
    commands = List.copyOf(commands);
    assumed = Map.copyOf(assumed);
    ignored = List.copyOf(ignored);
    diffFailOn = List.copyOf(diffFailOn);
    problems = List.copyOf(problems);
  }

  /** Returns the settings for a command that names its program and manifests itself. */
  public Settings withoutInputs() {
    return new Settings(
        file,
        environment,
        environments,
        List.of(),
        List.of(),
        List.of(),
        runCommands,
        Optional.empty(),
        params,
        assumed,
        defaultNamespace,
        ignored,
        allowOutside,
        failOn,
        diffFailOn,
        format,
        timeout,
        Optional.empty(),
        cache,
        problems);
  }

  /** Returns the names of the sources. */
  public List<String> programPaths() {
    return program.stream().map(ConfigPath::name).toList();
  }

  /** Returns the names of the manifest files and folders. */
  public List<String> manifestPaths() {
    return manifests.stream().map(ConfigPath::name).toList();
  }

  /**
   * Returns the names of the manifest files and folders, together with the folder of the compiled
   * policies if it contains any.
   */
  public List<String> deployedPaths() {
    List<String> all = new ArrayList<>(manifestPaths());
    output
        .filter(folder -> manifests.stream().noneMatch(each -> covers(each.path(), folder.path())))
        .filter(folder -> CompiledFolder.hasPolicies(folder.path()))
        .ifPresent(folder -> all.add(folder.name()));
    return all;
  }

  private static boolean covers(Path folder, Path other) {
    return other.startsWith(folder);
  }

  /** Returns the problems of the file, and an error for each source that does not exist. */
  public List<Diagnostic> programProblems() {
    return Stream.concat(problems.stream(), missingProgram().stream()).toList();
  }

  /** Returns an error for each source that does not exist. */
  public List<Diagnostic> missingProgram() {
    return program.stream().flatMap(path -> path.missing().stream()).toList();
  }

  /**
   * Returns an error for each manifest that does not exist, and for each command that may not run.
   */
  public List<Diagnostic> missingManifests() {
    List<Diagnostic> missing = new ArrayList<>();
    manifests.forEach(path -> path.missing().ifPresent(missing::add));
    missing.addAll(forbiddenCommands());
    return missing;
  }

  /** Returns an error for each command that may not run. */
  public List<Diagnostic> forbiddenCommands() {
    return runCommands ? List.of() : commands.stream().map(Settings::forbidden).toList();
  }

  private static Diagnostic forbidden(RenderCommand command) {
    return Diagnostic.error(
            Code.ZC0808,
            command.span(),
            "these manifests come from a command, and zonec runs no command unless you allow it")
        .labelled("runs `" + command.words().getFirst() + "`")
        .note("the command is `" + command.text() + "`")
        .help("pass `--run-commands` if you trust this file");
  }
}
