package dev.zonec.cli.help;

import dev.zonec.cli.help.OptionGroup.Subject;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Groups the options of a command by subject. */
public final class GroupedOptions {
  private GroupedOptions() {}

  /** Returns the visible options, by subject and then by long name. */
  public static Map<Subject, List<OptionSpec>> of(CommandSpec command) {
    Map<Subject, List<OptionSpec>> groups = new EnumMap<>(Subject.class);
    command.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(
            option -> groups.computeIfAbsent(subject(option), s -> new ArrayList<>()).add(option));
    return Collections.unmodifiableMap(groups);
  }

  private static Subject subject(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return Subject.OUTPUT;
    }
    OptionGroup group =
        option.userObject() instanceof Member member
            ? member.getDeclaringClass().getAnnotation(OptionGroup.class)
            : null;
    return group == null ? Subject.COMMAND : group.value();
  }
}
