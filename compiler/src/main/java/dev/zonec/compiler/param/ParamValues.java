package dev.zonec.compiler.param;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.AddressResolution;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses values of parameters. */
final class ParamValues {
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  private final Problems problems;

  ParamValues(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns the value that {@code words} represent, or reports the problem.
   *
   * @param param the name of the parameter
   * @param span the whole value
   * @param listed whether the value is written as a list
   */
  Optional<ParamValue> resolve(
      String param, ParamType type, List<Word> words, Span span, boolean listed) {
    return switch (type) {
      case ParamType.Blocks() -> blocks(words);
      case ParamType.Choice choice ->
          one(param, type, words, span, listed).flatMap(word -> choice(param, choice, word));
      case ParamType.Text() ->
          one(param, type, words, span, listed).map(word -> new ParamValue.Text(word.text()));
      case ParamType.Port() -> one(param, type, words, span, listed).flatMap(this::port);
    };
  }

  private Optional<ParamValue> blocks(List<Word> words) {
    boolean wellFormed = new AddressResolution(problems).blocks(words).size() == words.size();
    return wellFormed ? Optional.of(new ParamValue.Blocks(words)) : Optional.empty();
  }

  private Optional<Word> one(
      String param, ParamType type, List<Word> words, Span span, boolean listed) {
    if (!listed) {
      return Optional.of(words.getFirst());
    }
    problems.add(
        Diagnostic.error(
                Code.ZC0111, span, "the parameter `" + param + "` takes a single value, not a list")
            .note("its type is `" + type.written() + "`"));
    return Optional.empty();
  }

  private Optional<ParamValue> choice(String param, ParamType.Choice type, Word word) {
    if (type.values().contains(word.text())) {
      return Optional.of(new ParamValue.Text(word.text()));
    }
    problems.add(type.notAValue(param, word));
    return Optional.empty();
  }

  private Optional<ParamValue> port(Word word) {
    if (PORT.matcher(word.text()).matches() && Integer.parseInt(word.text()) <= 65535) {
      return Optional.of(new ParamValue.Text(word.text()));
    }
    problems.add(
        Diagnostic.error(Code.ZC0111, word.span(), "`" + word + "` is not a port number")
            .help("write a number from 1 to 65535, without leading zeros"));
    return Optional.empty();
  }
}
