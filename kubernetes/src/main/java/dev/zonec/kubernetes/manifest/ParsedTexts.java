package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.yaml.SharedValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The documents of some texts, before objects are read from them.
 *
 * @param documents the valid documents, in the order of the texts
 * @param unreadable the problems of invalid documents that were probably meant as objects
 * @param notObjects the number of other invalid documents
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

  /** Parses {@code texts}. */
  public static ParsedTexts of(List<SourceText> texts) {
    Deadline deadline = Deadline.current();
    SharedValues values = new SharedValues();
    return joined(texts.parallelStream().map(text -> of(text, false, values, deadline)).toList());
  }

  /** Parses {@code text}, in which every invalid document is a problem. */
  public static ParsedTexts whole(SourceText text) {
    return of(text, true, new SharedValues(), Deadline.current());
  }

  private static ParsedTexts of(
      SourceText text, boolean everything, SharedValues values, Deadline deadline) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> unreadable = new ArrayList<>();
    int notObjects = 0;
    for (DocumentTexts.Stretch stretch : DocumentTexts.of(text)) {
      deadline.throwIfPassed();
      TreeReader.Trees trees = TreeReader.read(text, stretch, values, deadline);
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
   * Parses a part of {@code text}.
   *
   * @param start the offset of the part
   * @param end the offset after the part
   */
  public static ParsedTexts within(SourceText text, int start, int end) {
    TreeReader.Trees trees =
        TreeReader.read(
            text, new DocumentTexts.Stretch(start, end), new SharedValues(), Deadline.current());
    List<Diagnostic> unreadable = new ArrayList<>(trees.problems());
    trees.documents().forEach(each -> unreadable.addAll(TreeCheck.of(each)));
    List<Document> documents = unreadable.isEmpty() ? trees.documents() : List.of();
    return new ParsedTexts(documents, unreadable, 0, Set.of(text.name()));
  }

  /** Returns a copy with other documents and problems. */
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
