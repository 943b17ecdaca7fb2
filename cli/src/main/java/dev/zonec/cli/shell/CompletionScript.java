package dev.zonec.cli.shell;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the script that teaches a shell a command's words. */
public final class CompletionScript {
  private CompletionScript() {}

  /** The script for {@code shell}; to be read by the shell as it starts. */
  public static String of(Shell shell, CommandLine command) {
    return switch (shell) {
      // Picocli's script is one for both: in zsh it loads bashcompinit itself.
      case BASH, ZSH -> AutoComplete.bash(command.getCommandName(), command);
      case FISH -> FishScript.of(command);
    };
  }
}
