package dev.zonec.cli.manual;

import dev.zonec.cli.help.GroupedOptions;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the help of a command as a manual page, with the man macros (groff_man(7)).
 *
 * <p>It escapes every line of text, so that none is read as a macro.
 */
public final class ManualPage {
  private final CommandSpec spec;
  private final String version;
  private final Roff roff = new Roff();

  private ManualPage(CommandSpec spec, String version) {
    this.spec = spec;
    this.version = version;
  }

  /**
   * Returns the page of {@code command}.
   *
   * @param command the command, or the program itself
   * @param version the name and version of the program
   */
  public static String of(CommandLine command, String version) {
    return new ManualPage(command.getCommandSpec(), version).page();
  }

  private String page() {
    String title = spec.qualifiedName("-");
    List<String> description = Arrays.asList(spec.usageMessage().description());
    roff.title(title, version);
    roff.section("NAME");
    roff.text(title + " - " + (description.isEmpty() ? "" : withoutStop(description.getFirst())));
    roff.section("SYNOPSIS");
    synopsis();
    roff.section("DESCRIPTION");
    description.forEach(roff::paragraph);
    if (!spec.positionalParameters().isEmpty()) {
      roff.section("ARGUMENTS");
      for (PositionalParamSpec parameter : spec.positionalParameters()) {
        roff.item(parameter.paramLabel(), joined(parameter.description()));
      }
    }
    options();
    commands();
    Map<String, String> exitCodes = spec.root().usageMessage().exitCodeList();
    if (!exitCodes.isEmpty()) {
      roff.section("EXIT STATUS");
      exitCodes.forEach((code, meaning) -> roff.item(code.strip(), meaning));
    }
    return roff.toString();
  }

  private void synopsis() {
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    roff.text(help.synopsis(0).replaceAll("\\s+", " ").strip());
  }

  private void options() {
    Map<Subject, List<OptionSpec>> groups = GroupedOptions.of(spec);
    if (groups.isEmpty()) {
      return;
    }
    roff.section("OPTIONS");
    groups.forEach(
        (subject, options) -> {
          if (subject != Subject.COMMAND) {
            roff.subsection(subject.heading());
          }
          options.forEach(this::option);
        });
  }

  private void option(OptionSpec option) {
    String value =
        option.arity().max() == 0
            ? ""
            : (option.longestName().startsWith("--") ? "=" : " ") + option.paramLabel();
    roff.item(String.join(", ", option.names()) + value, joined(option.description()));
  }

  private void commands() {
    Set<CommandLine> seen = new LinkedHashSet<>(spec.subcommands().values());
    List<CommandSpec> shown = new ArrayList<>();
    for (CommandLine each : seen) {
      if (!each.getCommandSpec().usageMessage().hidden()) {
        shown.add(each.getCommandSpec());
      }
    }
    if (!shown.isEmpty()) {
      roff.section("COMMANDS");
      for (CommandSpec each : shown) {
        roff.item(each.qualifiedName("-") + "(1)", joined(each.usageMessage().description()));
      }
    }
  }

  private static String joined(String[] lines) {
    return String.join(" ", lines);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
