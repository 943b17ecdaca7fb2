package dev.zonec.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the completion script for fish, which picocli does not support: one line for each word.
 */
final class FishScript {
  private FishScript() {}

  static String of(CommandLine command) {
    String name = command.getCommandName();
    List<String> lines = new ArrayList<>();
    lines.add("# Completion of " + name + " for fish; " + name + " completion fish writes it.");
    options(name, "__fish_use_subcommand", command.getCommandSpec(), lines);
    for (Map.Entry<String, CommandLine> each : command.getSubcommands().entrySet()) {
      CommandSpec spec = each.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        lines.add(
            line(name, "__fish_use_subcommand")
                + " -f -a "
                + each.getKey()
                + described(spec.usageMessage().description()));
        options(name, "__fish_seen_subcommand_from " + each.getKey(), spec, lines);
        choices(name, each.getKey(), spec, lines);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void options(String name, String when, CommandSpec spec, List<String> lines) {
    for (OptionSpec option : spec.options()) {
      if (option.hidden()) {
        continue;
      }
      StringBuilder line = new StringBuilder(line(name, when));
      for (String written : option.names()) {
        line.append(
            written.startsWith("--")
                ? " -l " + written.substring(2)
                : " -s " + written.substring(1));
      }
      if (option.arity().max() > 0) {
        line.append(" -r");
        String values = values(option);
        if (!values.isEmpty()) {
          line.append(" -f -a ").append(quoted(values));
        }
      }
      lines.add(line + described(option.description()));
    }
  }

  private static void choices(String name, String command, CommandSpec spec, List<String> lines) {
    for (ArgSpec parameter : spec.positionalParameters()) {
      String values = values(parameter);
      if (!values.isEmpty()) {
        lines.add(
            line(name, "__fish_seen_subcommand_from " + command) + " -f -a " + quoted(values));
      }
    }
  }

  private static String values(ArgSpec argument) {
    if (argument.completionCandidates() == null) {
      return "";
    }
    List<String> values = new ArrayList<>();
    argument.completionCandidates().forEach(values::add);
    return String.join(" ", values);
  }

  private static String line(String name, String when) {
    return "complete -c " + name + " -n " + quoted(when);
  }

  private static String described(String[] description) {
    return description.length == 0 ? "" : " -d " + quoted(description[0]);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
