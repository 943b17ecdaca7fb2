package dev.zonec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zonec incident}. */
@Command(
    name = "incident",
    mixinStandardHelpOptions = true,
    description = {
      "Helps on the day of an incident: what a compromised workload reaches, and how to cut it"
          + " off.",
      "The commands change nothing. They print or write manifests and commands for you to run."
    },
    subcommands = {
      IncidentBlastCommand.class,
      IncidentInspectCommand.class,
      IncidentQuarantineCommand.class,
      IncidentBlockCommand.class,
      IncidentSnapshotCommand.class
    })
final class IncidentCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "name what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
