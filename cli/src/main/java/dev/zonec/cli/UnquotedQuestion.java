package dev.zonec.cli;

import java.util.List;
import java.util.Optional;

/**
 * Recognizes a question without quotes. In a shell, {@code >} redirects the output to a file, and
 * {@code ~} is the home directory, so that only parts of the question are arguments.
 */
final class UnquotedQuestion {
  static final List<String> ARROWS = List.of("->", "~>", "<->");

  private UnquotedQuestion() {}

  /**
   * Returns what the shell did, and the remedy; empty if the question is probably complete.
   *
   * @param question the first argument
   * @param rest the other arguments
   * @param home the home directory
   * @param command the command
   */
  static Optional<String> mistake(String question, List<String> rest, String home, String command) {
    boolean arrow = ARROWS.stream().anyMatch(question::contains);
    boolean cut = question.endsWith("-") || question.endsWith("~");
    boolean redirected =
        rest.stream().anyMatch(each -> each.equals("-") || each.equals("~") || each.equals(home));
    if (!arrow && (cut || redirected)) {
      return Optional.of(
          "the shell took `>` as a redirection to a file: "
              + quote(command + " '" + end(question) + " -> OTHER'"));
    }
    Optional<String> apart =
        rest.stream()
            .filter(each -> ARROWS.contains(each) || each.equals(":") || each.startsWith("->"))
            .findFirst();
    if (apart.isPresent()) {
      return Optional.of(
          "the question is one argument, and `"
              + apart.get()
              + "` is another one: "
              + quote(command + " '" + question + " " + String.join(" ", rest) + "'"));
    }
    return question.equals("resolve") && !rest.isEmpty()
        ? Optional.of(
            "the question is one argument: "
                + quote(command + " 'resolve " + rest.getFirst() + "'"))
        : Optional.empty();
  }

  private static String end(String question) {
    return question.replaceAll("[-~ ]+$", "");
  }

  private static String quote(String command) {
    return "put the question in quotes, as in " + command;
  }
}
