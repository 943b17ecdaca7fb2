package dev.zonec.cli;

import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = {
      "Formats zone programs, in place. There is one style and no option for it.",
      "What a source says and its comments stay as they are; a source with a syntax error is left"
          + " alone."
    })
final class FormatCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description =
          ".zone files, or folders read whole; - for standard input, which is printed formatted"
              + " (default: the current folder)")
  private List<String> paths = List.of(".");

  @Option(
      names = "--check",
      description = "write nothing; name the files that are not formatted, and fail if any is")
  private boolean check;

  @Option(
      names = "--diff",
      description = "write nothing; print what would change, and fail if anything would")
  private boolean diff;

  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    boolean piped = paths.contains(STANDARD_INPUT);
    if (piped && paths.size() > 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "- stands for standard input and goes with no other path");
    }
    Console console = options.console();
    SourceFormatting formatting =
        SourceFormatting.of(piped ? ProgramSources.read(System.in) : ProgramSources.collect(paths));
    console.report(formatting.problems());
    ExitCode code =
        check || diff ? compare(formatting, console) : apply(formatting, piped, console);
    return formatting.problems().isEmpty() ? code.number() : ExitCode.BAD_INPUT.number();
  }

  private ExitCode compare(SourceFormatting formatting, Console console) {
    for (Rewriting rewriting : formatting.changes()) {
      if (diff) {
        console.print(rewriting.difference());
      } else {
        console.line(rewriting.source().text().name());
      }
    }
    return formatting.changes().isEmpty() ? ExitCode.HOLDS : ExitCode.VIOLATION;
  }

  private ExitCode apply(SourceFormatting formatting, boolean piped, Console console) {
    if (piped) {
      formatting.rewritings().forEach(rewriting -> console.print(rewriting.text()));
      return ExitCode.HOLDS;
    }
    ExitCode code = ExitCode.HOLDS;
    for (Rewriting rewriting : formatting.changes()) {
      Optional<Diagnostic> failed = rewriting.write();
      if (failed.isPresent()) {
        console.report(List.of(failed.get()));
        code = ExitCode.BAD_INPUT;
      } else if (!options.quiet()) {
        console.line(rewriting.source().text().name());
      }
    }
    return code;
  }
}
