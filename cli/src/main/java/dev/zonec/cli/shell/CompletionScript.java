package dev.zonec.cli.shell;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes scripts that complete the commands and options in a shell. */
public final class CompletionScript {
  private CompletionScript() {}

  /** Returns the script for {@code shell}, which the shell reads when it starts. */
  public static String of(Shell shell, CommandLine command) {
    return switch (shell) {
      // Picocli's script is for both shells; zsh loads bashcompinit.
      case BASH, ZSH -> AutoComplete.bash(command.getCommandName(), command);
      case FISH -> FishScript.of(command);
    };
  }
}
