package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import picocli.CommandLine.Option;

/** Whether warnings about policies are printed, or only counted. They change no exit code. */
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
