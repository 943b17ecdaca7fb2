package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.yaml.Documents;
import dev.zonec.kubernetes.yaml.SharedValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Parses a part of a text as YAML. */
final class TreeReader {
  /**
   * The outcome.
   *
   * @param documents the documents before the first problem
   * @param problems at most one problem
   */
  record Trees(List<Document> documents, List<Diagnostic> problems) {}

  private static final JsonFactory JSON = new JsonFactory();

  private TreeReader() {}

  static Trees read(
      SourceText source, DocumentTexts.Stretch stretch, SharedValues values, Deadline deadline) {
    List<Document> documents = new ArrayList<>();
    String content = source.content();
    if (!stretch.isSeparated() && !isJson(content.substring(stretch.before(), stretch.end()))) {
      Span span = new Span(source, stretch.start(), stretch.start() + 1);
      return new Trees(documents, List.of(unseparated(span)));
    }
    boolean json = startsLikeJson(content, stretch);
    Documents composer = new Documents(content, stretch.start(), stretch.end(), values, deadline);
    try {
      for (Documents.@Nullable Composed next = composer.next();
          next != null;
          next = composer.next()) {
        documents.add(new Document(source, next.root(), next.hasAliases(), json));
      }
      return new Trees(documents, List.of());
    } catch (YAMLException e) {
      int offset = Math.min(composer.offsetOf(e), content.length());
      int end = Math.min(offset + 1, content.length());
      boolean atLineEnd = end > offset && "\r\n".indexOf(content.charAt(offset)) >= 0;
      Span span = new Span(source, offset, atLineEnd ? offset : end);
      Diagnostic problem =
          Diagnostic.error(Code.ZC0602, span, "not YAML: " + Documents.reasonOf(e));
      return new Trees(documents, List.of(problem));
    }
  }

  /** Kubernetes reads one document, and ignores what follows without a separator. */
  private static Diagnostic unseparated(Span span) {
    return Diagnostic.error(Code.ZC0602, span, "a second document starts here without `---`")
        .note("Kubernetes ignores it, because only objects in JSON can follow each other")
        .help("write a line `---` before it");
  }

  /**
   * Returns whether the text is JSON. A client reads all objects of a text in JSON, one after the
   * other, and only if this fails a document of YAML (apimachinery util/yaml YAMLOrJSONDecoder).
   */
  private static boolean isJson(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean startsLikeJson(String content, DocumentTexts.Stretch stretch) {
    int start = stretch.start();
    while (start < stretch.end() && Character.isWhitespace(content.charAt(start))) {
      start++;
    }
    return content.startsWith("{", start);
  }
}
