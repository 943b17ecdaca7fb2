package dev.zonec.cli;

import dev.zonec.cli.shell.CompletionScript;
import dev.zonec.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a script that completes zonec's commands and options in a shell.",
      "bash: source <(zonec completion bash)",
      "zsh:  source <(zonec completion zsh)",
      "fish: zonec completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    root.getOut().print(CompletionScript.of(shell, root));
    root.getOut().flush();
    return ExitCode.HOLDS.number();
  }
}
