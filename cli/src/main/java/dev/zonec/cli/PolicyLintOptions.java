package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import picocli.CommandLine.Option;

/** Whether warnings about policies are printed, or only counted. They change no exit code. */
@OptionGroup(Subject.OUTPUT)
final class PolicyLintOptions {
  @Option(
      names = "--lint",
      description = "print what policies say that has no effect or is hardly meant")
  private boolean lint;

  boolean wanted() {
    return lint;
  }
}
