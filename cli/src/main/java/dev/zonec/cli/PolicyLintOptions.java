package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import picocli.CommandLine.Option;

/**
 * Selects whether warnings about policies are printed or only counted. They do not affect the exit
 * code.
 */
@OptionGroup(Subject.OUTPUT)
final class PolicyLintOptions {
  @Option(
      names = "--lint",
      description =
          "print warnings about rules of policies that have no effect or are probably mistakes")
  private boolean lint;

  boolean wanted() {
    return lint;
  }
}
