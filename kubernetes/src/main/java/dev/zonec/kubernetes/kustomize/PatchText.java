package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a patch that is written inside a kustomization, with the spans of its lines. */
final class PatchText {
  private PatchText() {}

  /** Returns the documents of the patch in {@code leaf}; empty if it is not YAML. */
  static List<Tree> inside(Tree.Leaf leaf) {
    Span span = leaf.span();
    SourceText source = span.source();
    int first = span.line() + 1;
    if (span.text().startsWith("|") && !leaf.written().contains("\n---")) {
      int start = span.end();
      int lastLine = source.lineOf(span.end());
      if (lastLine >= first) {
        start = source.startOfLine(first);
      }
      String block = source.content().substring(start, span.end());
      if (block.stripIndent().strip().equals(leaf.written().strip())) {
        ParsedTexts parsed = ParsedTexts.within(source, start, span.end());
        if (parsed.unreadable().isEmpty() && !parsed.documents().isEmpty()) {
          return parsed.documents().stream().map(TreeDocuments::tree).toList();
        }
      }
    }
    ParsedTexts parsed = ParsedTexts.whole(new SourceText(source.name(), leaf.written()));
    return parsed.unreadable().isEmpty()
        ? parsed.documents().stream().map(TreeDocuments::tree).map(tree -> at(span, tree)).toList()
        : List.of();
  }

  /** Returns the tree with {@code span} as the span of every part. */
  private static Tree at(Span span, Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf.at(span);
      case Tree.Listing list ->
          new Tree.Listing(list.items().stream().map(item -> at(span, item)).toList(), span);
      case Tree.Mapping mapping -> {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        mapping
            .fields()
            .forEach(
                (name, field) -> fields.put(name, new Tree.Field(span, at(span, field.value()))));
        yield new Tree.Mapping(fields, span);
      }
    };
  }
}
