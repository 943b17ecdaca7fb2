package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What texts hold before it is known which of it is an object.
 *
 * @param documents the documents that can be walked, in the order of the texts
 * @param unreadable why others cannot be read that look like objects
 * @param notObjects how many others there are
 * @param names the names of the texts
 */
public record ParsedTexts(
    List<Document> documents, List<Diagnostic> unreadable, int notObjects, Set<String> names) {
  /** Copies the collections. */
  public ParsedTexts {
    documents = List.copyOf(documents);
    unreadable = List.copyOf(unreadable);
    names = Set.copyOf(names);
  }

  /** The documents of {@code texts}. */
  public static ParsedTexts of(List<SourceText> texts) {
    return joined(texts.parallelStream().map(text -> of(text, false)).toList());
  }

  /** The documents of {@code text}; whatever cannot be read of it is a problem. */
  public static ParsedTexts whole(SourceText text) {
    return of(text, true);
  }

  private static ParsedTexts of(SourceText text, boolean everything) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    int notObjects = 0;
    for (DocumentTexts.Stretch stretch : DocumentTexts.of(text)) {
      TreeReader.Trees trees = TreeReader.read(text, stretch);
      String content = text.content().substring(stretch.start(), stretch.end());
      if (everything || trees.problems().isEmpty() || IntendedObjects.ofText(content)) {
        unreadable.addAll(trees.problems());
      } else {
        notObjects += trees.problems().size();
      }
      for (Document document : trees.documents()) {
        List<Diagnostic> problems = TreeCheck.of(document);
        if (problems.isEmpty()) {
          documents.add(document);
        } else if (everything || IntendedObjects.ofTree(document.root())) {
          unreadable.addAll(problems);
        } else {
          notObjects++;
        }
      }
    }
    return new ParsedTexts(
        documents, UnrenderedTemplate.insteadOf(unreadable, text), notObjects, Set.of(text.name()));
  }

  /**
   * The documents of a part of {@code text}.
   *
   * @param start where the part begins
   * @param end where it ends
   */
  public static ParsedTexts within(SourceText text, int start, int end) {
    TreeReader.Trees trees = TreeReader.read(text, new DocumentTexts.Stretch(start, end));
    List<Diagnostic> unreadable = new ArrayList<>(trees.problems());
    trees.documents().forEach(each -> unreadable.addAll(TreeCheck.of(each)));
    List<Document> documents = unreadable.isEmpty() ? trees.documents() : List.of();
    return new ParsedTexts(documents, unreadable, 0, Set.of(text.name()));
  }

  /** The same with other documents and problems. */
  public ParsedTexts with(List<Document> others, List<Diagnostic> problems) {
    return new ParsedTexts(others, problems, notObjects, names);
  }

  private static ParsedTexts joined(List<ParsedTexts> parts) {
    Set<String> names = new HashSet<>();
    parts.forEach(each -> names.addAll(each.names()));
    return new ParsedTexts(
        parts.stream().flatMap(each -> each.documents().stream()).toList(),
        parts.stream().flatMap(each -> each.unreadable().stream()).toList(),
        parts.stream().mapToInt(ParsedTexts::notObjects).sum(),
        names);
  }
}
