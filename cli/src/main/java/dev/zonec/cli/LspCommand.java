package dev.zonec.cli;

import dev.zonec.application.version.Versions;
import dev.zonec.lsp.LanguageServing;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zonec lsp}. */
@Command(
    name = "lsp",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a language server for zone programs, which editors start.",
      "It speaks the language server protocol on standard input and output: problems while you"
          + " type, completion, navigation, renaming, formatting, and the verdicts on assertions."
    })
final class LspCommand implements Callable<Integer> {
  /** Many editors pass this option to every server. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--stdio", description = "use standard input and output; this is the default")
  private boolean stdio;

  @Override
  public Integer call() {
    boolean ended =
        LanguageServing.serve(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            VersionText.number(Versions.read()),
            LocalDate::now);
    return (ended ? ExitCode.HOLDS : ExitCode.VIOLATION).number();
  }
}
