package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Parses a part of a text as YAML. */
final class TreeReader {
  /**
   * The outcome.
   *
   * @param documents the documents before the first problem
   * @param problems at most one problem
   */
  record Trees(List<Document> documents, List<Diagnostic> problems) {}

  private static final int DEEPEST = 100;

  private TreeReader() {}

  static Trees read(SourceText source, DocumentTexts.Stretch stretch, Deadline deadline) {
    String text = source.content().substring(stretch.start(), stretch.end());
    CodePoints codePoints = new CodePoints(text);
    List<Document> documents = new ArrayList<>();
    InMemoryReader characters = new InMemoryReader(text);
    try {
      characters.checkCharacters();
      LoaderOptions limits = limits();
      Composer composer = ServerYaml.composer(characters, limits, deadline);
      while (composer.checkNode()) {
        documents.add(new Document(source, stretch.start(), codePoints, composer.getNode()));
      }
      return new Trees(documents, List.of());
    } catch (YAMLException e) {
      int index = indexOf(e, characters);
      int offset = Math.min(stretch.start() + codePoints.offset(index), source.content().length());
      int end = Math.min(offset + 1, source.content().length());
      boolean atLineEnd = end > offset && "\r\n".indexOf(source.content().charAt(offset)) >= 0;
      Span span = new Span(source, offset, atLineEnd ? offset : end);
      Diagnostic problem = Diagnostic.error(Code.ZC0602, span, "not YAML: " + reasonOf(e));
      return new Trees(documents, List.of(problem));
    }
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    // The size of resolved aliases is checked in the tree.
    limits.setMaxAliasesForCollections(Integer.MAX_VALUE);
    limits.setNestingDepthLimit(DEEPEST);
    // Unknown tags do not create objects.
    limits.setTagInspector(tag -> true);
    // The size of the text was checked when it was read.
    limits.setCodePointLimit(Integer.MAX_VALUE);
    return limits;
  }

  private static int indexOf(YAMLException e, StreamReader characters) {
    if (e instanceof MarkedYAMLException marked) {
      Mark mark =
          marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
      if (mark != null) {
        return mark.getIndex();
      }
    }
    return e instanceof ReaderException reader ? reader.getPosition() : characters.getIndex();
  }

  private static String reasonOf(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      return marked.getProblem().replaceAll("\\s+", " ").strip();
    }
    if (e instanceof ReaderException reader) {
      return String.format(
          Locale.ROOT, "the character U+%04X is not allowed here", reader.getCodePoint());
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("epth")) {
      return "nested deeper than " + DEEPEST + " levels";
    }
    return "the file cannot be read";
  }
}
