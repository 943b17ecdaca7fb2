package dev.zonec.compiler.variant;

import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Inserts values into words with {@code ${param}}. */
final class WordSubstitution {
  static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)}");

  private final ParamLookup params;

  WordSubstitution(ParamLookup params) {
    this.params = params;
  }

  /** Returns the word with the values of its parameters. It keeps its span. */
  Word word(Word word) {
    if (!word.text().contains("${")) {
      return word;
    }
    Matcher matcher = HOLE.matcher(word.text());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = params.text(matcher.group(1), word.part(matcher.start(), matcher.end()));
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(text);
    return new Word(text.toString(), word.quoted(), word.nodeSpan());
  }

  List<Word> words(List<Word> words) {
    return words.stream().map(this::word).toList();
  }

  /** Inserts values into address blocks. A parameter that is the whole word can be a list. */
  List<Word> addresses(List<Word> words) {
    List<Word> all = new ArrayList<>();
    for (Word word : words) {
      Matcher alone = HOLE.matcher(word.text());
      if (alone.matches()) {
        all.addAll(params.addresses(alone.group(1), word));
      } else {
        all.add(word(word));
      }
    }
    return all;
  }
}
