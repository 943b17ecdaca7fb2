package dev.zonec.cli;

import dev.zonec.diagnostics.NearestName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Reports an invalid command line: the problem, what was probably meant, and how to get help. */
final class UsageErrors {
  /** The beginning of picocli's message about a positional parameter. */
  private static final Pattern POSITION =
      Pattern.compile("^Invalid value for positional parameter at index [0-9]+ \\([A-Z]+\\): ");

  /** Picocli's message about the value of an enum. */
  private static final Pattern CHOICE =
      Pattern.compile("expected one of \\[([^\\]]*)\\] \\(case-insensitive\\) but was '(.*)'");

  private UsageErrors() {}

  /** Prints {@code problem} to standard error and returns the exit code. */
  static int report(CommandLine.ParameterException problem) {
    CommandLine line = problem.getCommandLine();
    PrintWriter err = line.getErr();
    String command = line.getCommandSpec().qualifiedName();
    Optional<String> unknown = unknown(problem);
    err.println("zonec: " + unknown.map(word -> described(word, line)).orElse(message(problem)));
    unknown
        .filter(word -> !UnquotedQuestion.ARROWS.contains(word))
        .flatMap(word -> NearestName.to(nameOf(word), known(word, line)))
        .ifPresent(near -> err.println("did you mean `" + near + "`?"));
    err.println(
        "`" + command + " --help` shows " + (isRoot(line) ? "the commands" : "what it takes"));
    err.flush();
    return ExitCode.USAGE.number();
  }

  /** Returns the first word that is neither an option nor an argument of the command. */
  private static Optional<String> unknown(CommandLine.ParameterException problem) {
    return problem instanceof CommandLine.UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  private static String described(String word, CommandLine line) {
    if (UnquotedQuestion.ARROWS.contains(word)) {
      return "the question is one argument, and `"
          + word
          + "` is another one: put the question in quotes, as in "
          + line.getCommandSpec().qualifiedName()
          + " 'web "
          + word
          + " db'";
    }
    if (word.startsWith("-")) {
      return "unknown option `"
          + nameOf(word)
          + "`"
          + (isRoot(line) ? "" : " of `" + line.getCommandName() + "`");
    }
    return isRoot(line)
        ? "unknown command `" + word + "`"
        : "`" + line.getCommandName() + "` does not take `" + word + "`";
  }

  private static String nameOf(String word) {
    int equals = word.indexOf('=');
    return word.startsWith("-") && equals > 0 ? word.substring(0, equals) : word;
  }

  private static List<String> known(String word, CommandLine line) {
    List<String> names = new ArrayList<>();
    if (word.startsWith("-")) {
      line.getCommandSpec().options().stream()
          .filter(option -> !option.hidden())
          .map(OptionSpec::names)
          .forEach(each -> names.addAll(List.of(each)));
    } else {
      names.addAll(line.getSubcommands().keySet());
    }
    return names;
  }

  private static String message(CommandLine.ParameterException problem) {
    String message = problem.getMessage();
    if (message == null || message.isEmpty()) {
      return "the command line is not valid";
    }
    String plain = POSITION.matcher(message).replaceFirst("");
    Matcher choice = CHOICE.matcher(plain);
    String text =
        choice.find()
            ? choice.replaceFirst(
                Matcher.quoteReplacement(
                    "`"
                        + choice.group(2)
                        + "` is none of "
                        + choice.group(1).toLowerCase(Locale.ROOT)))
            : plain;
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static boolean isRoot(CommandLine line) {
    return line.getParent() == null;
  }
}
