package dev.zonec.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * The subcommands of {@code zonec}, in the order of its help. Picocli reads the annotations of a
 * command's options when the command is added, which takes longer than many a run, so that a run
 * adds only the command that it needs.
 */
enum Subcommands {
  INIT(InitCommand.class),
  COMPILE(CompileCommand.class),
  VERIFY(VerifyCommand.class),
  CHECK_CERTIFICATE(CheckCertificateCommand.class),
  BASELINE(BaselineCommand.class),
  DIFF(DiffCommand.class),
  QUERY(QueryCommand.class),
  WHY(WhyCommand.class),
  GRAPH(GraphCommand.class),
  REPORT(ReportCommand.class),
  SERVE(ServeCommand.class),
  TEST(TestCommand.class),
  INCIDENT(IncidentCommand.class),
  RISK(RiskCommand.class),
  RBAC(RbacCommand.class),
  IMPORT(ImportCommand.class),
  FLOWS(FlowsCommand.class),
  FMT(FormatCommand.class),
  LINT(LintCommand.class),
  LSP(LspCommand.class),
  EXPLAIN(ExplainCommand.class),
  COMPLETION(CompletionCommand.class),
  MAN(ManCommand.class),
  VERSION(VersionCommand.class);

  /** The commands that print something about all commands. */
  private static final Set<Subcommands> ABOUT_ALL = EnumSet.of(COMPLETION, MAN);

  private final Class<?> type;

  Subcommands(Class<?> type) {
    this.type = type;
  }

  /** Returns the word that runs this command. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the words of all commands. */
  static Set<String> words() {
    return Arrays.stream(values())
        .map(Subcommands::word)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Adds to {@code line} the commands that a run with {@code args} can need: the one that the first
   * argument names, or all of them, for a help text or a message about an unknown command.
   */
  static void addNeeded(CommandLine line, String[] args) {
    needed(args).forEach(each -> line.addSubcommand(each.type));
  }

  private static List<Subcommands> needed(String[] args) {
    List<Subcommands> all = List.of(values());
    if (args.length == 0) {
      return all;
    }
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      return List.of();
    }
    return all.stream()
        .filter(each -> each.word().equals(args[0]) && !ABOUT_ALL.contains(each))
        .findFirst()
        .map(List::of)
        .orElse(all);
  }
}
