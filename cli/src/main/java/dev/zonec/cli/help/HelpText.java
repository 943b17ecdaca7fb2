package dev.zonec.cli.help;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes the help of commands. */
public final class HelpText {
  /** The width of the help if there is no terminal. */
  private static final int WIDTH = 100;

  private HelpText() {}

  /** Sets the help of {@code line} and its commands. */
  public static void of(CommandLine line) {
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpAutoWidth(true);
    // A synopsis with two dozen options would not help.
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
    line.getSubcommands().values().forEach(HelpText::of);
  }

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    GroupedOptions.of(help.commandSpec())
        .forEach(
            (subject, options) -> {
              text.append(String.format("%n%s:%n", subject.heading()));
              text.append(layout(help, options));
            });
    return text.toString();
  }

  private static Layout layout(Help help, List<OptionSpec> options) {
    // The column width takes all options into account, so that all groups are aligned.
    Layout layout =
        help.createDefaultLayout(
            help.commandSpec().options(),
            help.commandSpec().positionalParameters(),
            help.colorScheme());
    options.forEach(option -> layout.addOption(option, help.parameterLabelRenderer()));
    return layout;
  }
}
