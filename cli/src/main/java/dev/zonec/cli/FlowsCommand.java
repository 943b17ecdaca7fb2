package dev.zonec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** {@code zonec flows}. */
@Command(
    name = "flows",
    mixinStandardHelpOptions = true,
    description = {
      "Compares what logs show with what a program declares and policies allow.",
      "The logs are those of Hubble, Calico, Suricata (EVE), Zeek (conn), AWS, GCP and Azure, and"
          + " packet captures. zonec finds the format from the content."
    },
    subcommands = {FlowsCheckCommand.class, FlowsUnusedCommand.class, FlowsLearnCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class FlowsCommand implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "flows takes a command: check, unused or learn");
  }
}
