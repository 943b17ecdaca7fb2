package dev.zonec.application.editing.program;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.parser.ZoneParsing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The trees of the last text of each file, so that an edit does not parse other files again. */
final class PartialSources {
  private final Map<Path, SourceText> texts = new HashMap<>();
  private final IdentityHashMap<SourceText, PartialSource> trees = new IdentityHashMap<>();

  /** Returns {@code text}, or the last text of {@code file} if it is equal. */
  synchronized SourceText known(Path file, SourceText text) {
    SourceText last = texts.get(file);
    if (last != null && last.name().equals(text.name()) && last.content().equals(text.content())) {
      return last;
    }
    texts.put(file, text);
    trees.remove(last);
    return text;
  }

  /** Returns what can be read of {@code text}. */
  PartialSource of(SourceText text) {
    synchronized (this) {
      PartialSource tree = trees.get(text);
      if (tree != null) {
        return tree;
      }
    }
    PartialSource tree = ZoneParsing.partial(text);
    synchronized (this) {
      if (texts.containsValue(text)) {
        trees.put(text, tree);
      }
    }
    return tree;
  }
}
