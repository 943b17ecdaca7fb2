package dev.zonec.cli.help;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Gives commands their help. */
public final class HelpText {
  /** How wide help is where no terminal says. */
  private static final int WIDTH = 100;

  private HelpText() {}

  /** Sets the help of {@code line} and of all its commands up. */
  public static void of(CommandLine line) {
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpAutoWidth(true);
    // Two dozen options in a synopsis tell nobody anything.
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
    // All options count for the width of columns, so that those of every heading stand alike.
    Layout layout =
        help.createDefaultLayout(
            help.commandSpec().options(),
            help.commandSpec().positionalParameters(),
            help.colorScheme());
    options.forEach(option -> layout.addOption(option, help.parameterLabelRenderer()));
    return layout;
  }
}
