package dev.zonec.compiler.emit;

import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places in sources as policies name them: {@code file:line}, whatever the working directory. */
final class SourceLines {
  private static final int LONGEST = 4096;

  private final Map<SourceText, String> paths = new HashMap<>();

  SourceLines(List<Source> sources) {
    sources.forEach(source -> paths.put(source.text(), source.path()));
  }

  /** The lines on which {@code spans} begin, each once, by file and line. */
  List<String> of(Collection<Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparing(this::path).thenComparingInt(Span::line))
        .map(span -> path(span) + ":" + span.line())
        .distinct()
        .toList();
  }

  /** Lines as one text, cut where it grows beyond what an annotation should hold. */
  static String joined(List<String> lines) {
    String all = String.join(",", lines);
    if (all.length() <= LONGEST) {
      return all;
    }
    int comma = all.lastIndexOf(',', LONGEST - 2);
    return all.substring(0, Math.max(comma + 1, 0)) + "…";
  }

  private String path(Span span) {
    return paths.getOrDefault(span.source(), span.source().name());
  }
}
