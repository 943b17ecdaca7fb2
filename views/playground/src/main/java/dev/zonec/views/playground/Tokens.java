package dev.zonec.views.playground;

import dev.zonec.application.editing.answer.HighlightedTokens;
import dev.zonec.diagnostics.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tokens of sources, which the page colors. */
final class Tokens {
  private Tokens() {}

  /**
   * Returns the tokens of each source by its name: the place of the first character, counted from 0
   * in UTF-16, the length, and the role.
   */
  static Map<String, List<List<Object>>> of(Map<String, String> program) {
    Map<String, List<List<Object>>> all = new LinkedHashMap<>();
    program.forEach(
        (name, text) ->
            all.put(
                name,
                HighlightedTokens.of(new SourceText(name, text)).stream()
                    .map(Tokens::data)
                    .toList()));
    return all;
  }

  private static List<Object> data(HighlightedTokens.Token token) {
    return List.of(
        token.span().start(),
        token.span().end() - token.span().start(),
        token.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
