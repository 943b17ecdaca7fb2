package dev.zonec.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    addCommand(name, List.of(), command, lines);
    return String.join("\n", lines) + "\n";
  }

  /**
   * Adds the options, choices and subcommands of a command.
   *
   * @param words the words that call it, after the name of the program
   */
  private static void addCommand(
      String name, List<String> words, CommandLine command, List<String> lines) {
    CommandSpec spec = command.getCommandSpec();
    String when = condition(words);
    String first = conditionOfFirst(words, command.getSubcommands().keySet());
    options(name, words.isEmpty() ? first : when, spec, lines);
    choices(name, when, spec, lines);
    for (Map.Entry<String, CommandLine> each : command.getSubcommands().entrySet()) {
      CommandSpec below = each.getValue().getCommandSpec();
      if (!below.usageMessage().hidden()) {
        lines.add(
            line(name, first)
                + " -f -a "
                + each.getKey()
                + described(below.usageMessage().description()));
        List<String> longer = new ArrayList<>(words);
        longer.add(each.getKey());
        addCommand(name, longer, each.getValue(), lines);
      }
    }
  }

  /** Returns the condition that the command of {@code words} is called. */
  private static String condition(List<String> words) {
    return words.stream()
        .map(word -> "__fish_seen_subcommand_from " + word)
        .collect(Collectors.joining("; and "));
  }

  /** Returns the condition that the command is called, and no subcommand of it. */
  private static String conditionOfFirst(List<String> words, Set<String> subcommands) {
    return words.isEmpty()
        ? "__fish_use_subcommand"
        : condition(words)
            + "; and not __fish_seen_subcommand_from "
            + String.join(" ", subcommands);
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

  private static void choices(String name, String when, CommandSpec spec, List<String> lines) {
    for (ArgSpec parameter : spec.positionalParameters()) {
      String values = values(parameter);
      if (!values.isEmpty()) {
        lines.add(line(name, when) + " -f -a " + quoted(values));
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
