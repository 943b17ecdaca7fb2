package dev.zonec.cli;

import dev.zonec.cli.help.HelpText;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.inputs.InputTexts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code zonec} command. */
@Command(
    name = "zonec",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.Provider.class,
    description = "Zones and flows compiled to Kubernetes NetworkPolicies, and proved.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes (docs/exit-codes.md lists them by command):%n",
    exitCodeList = {
      " 0:everything holds; nothing differs",
      " 1:a violation, a difference, or a finding of lint",
      " 2:the command line is not valid",
      " 3:an input did not parse, check or load",
      " 4:inconclusive: something was not decided or not covered",
      "70:a bug in zonec"
    })
public final class Main implements Runnable {
  /** What a run without arguments prints. */
  private static final String START =
      """
      zonec compiles zones and flows to Kubernetes NetworkPolicies, and proves what they allow.

        zonec init                   write zonec.yaml and a first program for this repository
        zonec verify                 prove the policies of the repository
        zonec query 'web -> *'       list what web can connect to
        zonec why 'web -> db'        explain a connection
        zonec compile                write the policies

      `zonec help` lists all commands and exit codes, and `zonec help verify` the options of one.
      """;

  @picocli.CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(names = "--debug", hidden = true, scope = CommandLine.ScopeType.INHERIT)
  private boolean debug;

  private final Path folder;
  private final boolean standardStreams;
  private final String[] args;
  private final Optional<WatchSession> session;

  /** The texts that the run reads instead of the files of its inputs. */
  private final Optional<InputTexts> texts;

  private Optional<Console> strict = Optional.empty();

  /** Runs the command and exits with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        run(new Main(Path.of(""), true, args, Optional.empty(), Optional.empty()), out, err));
  }

  /**
   * @param standardStreams whether the writers of the run are the streams of the process
   * @param session what the runs of {@code --watch} have in common; empty without this option
   * @param texts the texts that the run reads instead of the files of its inputs
   */
  private Main(
      Path folder,
      boolean standardStreams,
      String[] args,
      Optional<WatchSession> session,
      Optional<InputTexts> texts) {
    this.folder = folder;
    this.standardStreams = standardStreams;
    this.args = args.clone();
    this.session = session;
    this.texts = texts;
  }

  /** Returns the outermost command of {@code line}. */
  static Main of(CommandLine line) {
    // The specification of a mixin in a mixin has no parent, but its command line has one.
    CommandLine outer = line;
    while (outer.getParent() != null) {
      outer = outer.getParent();
    }
    return outer.getCommand();
  }

  /** Returns the folder from which the configuration file is searched upward. */
  Path folder() {
    return folder;
  }

  /** Whether this is one of the runs of {@code --watch}. */
  boolean isRepeated() {
    return session.isPresent();
  }

  /** Returns what the runs of {@code --watch} have in common, if this is one of them. */
  Optional<WatchSession> session() {
    return session;
  }

  /** Returns the texts that the run reads instead of the files of its inputs, if there are any. */
  Optional<InputTexts> texts() {
    return texts;
  }

  /**
   * Runs a command that reads {@code texts} instead of the files of its inputs, and returns its
   * exit code.
   *
   * @param folder the folder from which the configuration file is searched upward
   * @param session what the run has in common with others
   */
  static int run(
      Path folder,
      InputTexts texts,
      WatchSession session,
      PrintWriter out,
      PrintWriter err,
      List<String> args) {
    String[] words = args.toArray(String[]::new);
    return run(new Main(folder, false, words, Optional.of(session), Optional.of(texts)), out, err);
  }

  /** Runs the same command line again and again, and returns the exit code of the last run. */
  int repeat(PrintWriter out, PrintWriter err) {
    WatchSession shared = new WatchSession();
    return new WatchLoop(
            () ->
                run(new Main(folder, standardStreams, args, Optional.of(shared), texts), out, err),
            err,
            standardStreams && Terminal.isStandardError())
        .exit();
  }

  /** Whether the run writes to the streams of the process, which may be a terminal. */
  boolean usesStandardStreams() {
    return standardStreams;
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(Path.of(""), out, err, args);
  }

  /**
   * Runs the command and returns its exit code.
   *
   * @param folder the folder from which the configuration file is searched upward
   */
  public static int run(Path folder, PrintWriter out, PrintWriter err, String... args) {
    return run(new Main(folder, false, args, Optional.empty(), Optional.empty()), out, err);
  }

  private static int run(Main main, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(main);
    String[] args = CommandWords.asOptions(main.args, Subcommands.words());
    Subcommands.addNeeded(line, args);
    line.setOut(out);
    line.setErr(err);
    HelpText.of(line);
    // An argument of a page must not name a file.
    line.setExpandAtFiles(main.texts.isEmpty());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(LocalDate.class, Dates::parse);
    line.registerConverter(Code.class, Codes::parse);
    line.registerConverter(Integer.class, WholeNumbers::parse);
    line.registerConverter(int.class, WholeNumbers::parse);
    line.setParameterExceptionHandler((problem, words) -> UsageErrors.report(problem));
    line.setExecutionExceptionHandler((exception, command, result) -> main.bug(exception, err));
    try {
      return main.judged(line.execute(args));
    } catch (StackOverflowError | OutOfMemoryError e) {
      err.println("zonec: an input is too large or too deeply nested to be read: " + e);
      err.flush();
      return ExitCode.BAD_INPUT.number();
    } catch (Error e) {
      return main.bug(e, err);
    }
  }

  /** Makes the run fail if {@code console} prints warnings. */
  void failOnWarningsOf(Console console) {
    strict = Optional.of(console);
  }

  private int judged(int exit) {
    boolean warned = strict.map(Console::warned).orElse(false);
    return exit == ExitCode.HOLDS.number() && warned ? ExitCode.VIOLATION.number() : exit;
  }

  private int bug(Throwable thrown, PrintWriter err) {
    err.println("zonec: a bug in zonec: " + thrown);
    err.println("zonec: please report it with the command line and the inputs");
    if (debug) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return ExitCode.BUG.number();
  }

  @Override
  public void run() {
    spec.commandLine().getOut().print(START);
    spec.commandLine().getOut().flush();
  }
}
