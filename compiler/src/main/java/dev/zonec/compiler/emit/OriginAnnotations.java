package dev.zonec.compiler.emit;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.resolve.FlowDeclaration.Account;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes annotations with the origin of a policy: the files, owners, reasons and tickets of its
 * flows. Files are named independently of the working directory. Lines are left out, so that an
 * edit elsewhere in a source changes no policy.
 */
final class OriginAnnotations {
  /** The greatest length of an annotation, in characters. */
  private static final int LONGEST = 4096;

  private final LoweredProgram lowered;
  private final Map<SourceText, String> paths = new HashMap<>();

  OriginAnnotations(LoweredProgram lowered, List<Source> sources) {
    this.lowered = lowered;
    sources.forEach(source -> paths.put(source.text(), source.path()));
  }

  /** Returns the annotations of a policy that comes from the statements at {@code spans}. */
  SortedMap<String, String> annotations(Collection<Span> spans) {
    List<Span> inOrder =
        spans.stream()
            .sorted(Comparator.comparing(this::path).thenComparingInt(Span::start))
            .toList();
    SortedMap<String, String> annotations = new TreeMap<>();
    put(annotations, "zonec.dev/source", inOrder, ",", this::path);
    put(annotations, "zonec.dev/owners", inOrder, ", ", span -> account(span).owner());
    put(annotations, "zonec.dev/reasons", inOrder, "; ", span -> account(span).reason());
    put(annotations, "zonec.dev/tickets", inOrder, ", ", span -> account(span).ticket());
    return annotations;
  }

  private Account account(Span span) {
    return lowered.accounts().getOrDefault(span, new Account("", "", ""));
  }

  private static void put(
      Map<String, String> annotations,
      String key,
      List<Span> spans,
      String separator,
      Function<Span, String> what) {
    List<String> some =
        spans.stream().map(what).filter(text -> !text.isEmpty()).distinct().sorted().toList();
    if (!some.isEmpty()) {
      annotations.put(key, joined(some, separator));
    }
  }

  /**
   * Joins the texts, and cuts the result after a complete text if it is too long for an annotation.
   */
  static String joined(List<String> texts, String separator) {
    String all = String.join(separator, texts);
    if (all.length() <= LONGEST) {
      return all;
    }
    int last = all.lastIndexOf(separator, LONGEST - 1 - separator.length());
    int end = last < 0 ? LONGEST - 1 : last + separator.length();
    // Do not cut inside a surrogate pair.
    boolean halved = Character.isHighSurrogate(all.charAt(end - 1));
    return all.substring(0, halved ? end - 1 : end) + "…";
  }

  private String path(Span span) {
    return paths.getOrDefault(span.source(), span.source().name());
  }
}
