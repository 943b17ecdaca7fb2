package dev.zonec.compiler.param;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The values that the user gives to parameters.
 *
 * @param params the values, at most one for each parameter
 */
public record GivenParams(List<GivenParam> params) {
  /** No values. */
  public static final GivenParams NONE = new GivenParams(List.of());

  private static final String COMMAND_LINE = "(command line)";

  /** Copies the list. */
  public GivenParams {
    params = List.copyOf(params);
  }

  /** Parses {@code -p NAME=VALUE} options. A comma separates the items of a list. */
  public static GivenParams ofOptions(SortedMap<String, String> options) {
    List<GivenParam> params = new ArrayList<>();
    options.forEach((name, value) -> params.add(option(name, value)));
    return new GivenParams(params);
  }

  private static GivenParam option(String name, String value) {
    String start = "-p ";
    SourceText text = new SourceText(COMMAND_LINE, start + name + "=" + value);
    Word word = word(text, start.length(), name);
    int at = start.length() + name.length() + 1;
    if (value.indexOf(',') < 0) {
      return new GivenParam(word, List.of(word(text, at, value)), false);
    }
    List<Word> items = new ArrayList<>();
    for (String item : value.split(",", -1)) {
      items.add(word(text, at, item));
      at += item.length() + 1;
    }
    return new GivenParam(word, items, true);
  }

  private static Word word(SourceText text, int start, String content) {
    return new Word(content, false, new NodeSpan(new Span(text, start, start + content.length())));
  }

  /** Returns these values, and the values of {@code weaker} for other parameters. */
  public GivenParams over(GivenParams weaker) {
    Map<String, GivenParam> byName = new LinkedHashMap<>();
    weaker.params().forEach(param -> byName.put(param.name().text(), param));
    params.forEach(param -> byName.put(param.name().text(), param));
    return new GivenParams(List.copyOf(byName.values()));
  }
}
