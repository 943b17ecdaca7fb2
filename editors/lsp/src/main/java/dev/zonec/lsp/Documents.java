package dev.zonec.lsp;

import dev.zonec.application.editing.program.OpenTexts;
import dev.zonec.diagnostics.SourceText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The documents that the editor has open, by their URIs. Used by one thread. */
final class Documents {
  private static final String ENDING = ".zone";

  private final OpenTexts texts = new OpenTexts();
  private final Map<Path, Open> open = new HashMap<>();

  /** A document, under the URI that the editor uses for it. */
  private record Open(String uri, int version) {}

  OpenTexts texts() {
    return texts;
  }

  /** Opens a document. */
  void open(String uri, int version, String text) {
    Path file = path(uri);
    open.put(file, new Open(uri, version));
    texts.put(file, text);
  }

  /** Changes an open document; ignored for any other. */
  void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    Path file = path(uri);
    Optional<String> before = texts.text(file);
    if (before.isEmpty()) {
      return;
    }
    String text = before.get();
    for (TextDocumentContentChangeEvent change : changes) {
      text = changed(text, change);
    }
    open.put(file, new Open(uri, version));
    texts.put(file, text);
  }

  private static String changed(String text, TextDocumentContentChangeEvent change) {
    Range range = change.getRange();
    if (range == null) {
      return change.getText();
    }
    SourceText lines = new SourceText("", text);
    int start = Positions.offset(lines, range.getStart());
    int end = Math.max(start, Positions.offset(lines, range.getEnd()));
    return text.substring(0, start) + change.getText() + text.substring(end);
  }

  void close(String uri) {
    Path file = path(uri);
    open.remove(file);
    texts.remove(file);
  }

  boolean isOpen(Path file) {
    return open.containsKey(file);
  }

  /** Returns the version of an open document. */
  Optional<Integer> version(Path file) {
    return Optional.ofNullable(open.get(file)).map(Open::version);
  }

  /** Returns the URI under which the editor knows {@code file}. */
  String uri(Path file) {
    Open known = open.get(file);
    return known == null ? file.toUri().toString() : known.uri();
  }

  /**
   * Returns the file of a URI, without symbolic links. A document that is no file, such as a new
   * one, has a path of its own at which there is no file.
   */
  static Path path(String uri) {
    try {
      URI parsed = URI.create(uri);
      if ("file".equals(parsed.getScheme())) {
        Path file = Path.of(parsed).toAbsolutePath().normalize();
        return Files.exists(file) ? file.toRealPath() : file;
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException | IOException e) {
      return unsaved(uri);
    }
    return unsaved(uri);
  }

  private static Path unsaved(String uri) {
    String name = uri.replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of("")
        .toAbsolutePath()
        .resolve(".unsaved-" + Integer.toHexString(uri.hashCode()))
        .resolve(name.endsWith(ENDING) ? name : name + ENDING);
  }

  /** Whether a document is a source: its name says so, or it is no file yet. */
  static boolean isSource(Path file) {
    return file.toString().endsWith(ENDING);
  }
}
