package dev.zonec.tests.editor;

import dev.zonec.diagnostics.inputs.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSTree;

/** The tree-sitter parser of zone programs, compiled from its C source. */
final class TreeSitterParser implements AutoCloseable {
  private final TSLanguage language;
  private final TSParser parser;

  private TreeSitterParser(TSLanguage language) {
    this.language = language;
    this.parser = new TSParser();
    if (!parser.setLanguage(language)) {
      throw new IllegalStateException("tree-sitter does not read version " + language.abiVersion());
    }
  }

  /** Returns the C compiler of the machine. */
  static Optional<Path> compiler() {
    return Stream.of("cc", "gcc", "clang")
        .flatMap(name -> SearchPath.ofProcess().program(name).stream())
        .findFirst();
  }

  /** Compiles the parser to a library with a name that Neovim looks for, and returns the file. */
  static Path compile(Path compiler, Path folder) throws IOException, InterruptedException {
    Path library = folder.resolve("zone.so");
    Path source = TreeSitterFilesTest.FOLDER.resolve("src");
    Path log = folder.resolve("cc.log");
    Process process =
        new ProcessBuilder(
                compiler.toString(),
                "-shared",
                "-fPIC",
                "-std=c11",
                "-I",
                source.toString(),
                source.resolve("parser.c").toString(),
                "-o",
                library.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the parser was not compiled: " + Files.readString(log));
    }
    return library;
  }

  /**
   * Loads a library of the parser.
   *
   * @param folder where the library of tree-sitter is written
   */
  static TreeSitterParser load(Path library, Path folder) {
    System.setProperty("tree-sitter-lib", folder.toString());
    return new TreeSitterParser(TSLanguage.load(library.toString(), "tree_sitter_zone"));
  }

  /** Parses the bytes of a text: strings reach tree-sitter with other control characters. */
  private TSTree parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parser.parse(
        new byte[8192],
        null,
        (buffer, offset, place) -> {
          int length = Math.max(0, Math.min(buffer.length, bytes.length - offset));
          System.arraycopy(bytes, Math.min(offset, bytes.length), buffer, 0, length);
          return length;
        },
        TSInputEncoding.TSInputEncodingUTF8);
  }

  /** Returns where the tree of a text has an error or a missing node; empty if it has none. */
  Optional<String> firstError(String text) {
    try (TSTree tree = parse(text)) {
      return firstError(tree.getRootNode());
    }
  }

  private static Optional<String> firstError(TSNode node) {
    if (!node.hasError()) {
      return Optional.empty();
    }
    if (node.isError() || node.isMissing()) {
      return Optional.of(node.getStartPoint().getRow() + 1 + ":" + node.getType());
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      Optional<String> found = firstError(node.getChild(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of("somewhere in " + node.getType());
  }

  /**
   * A part of a text that a query captures.
   *
   * @param start the offset of its first character
   * @param text its characters
   */
  record Capture(int start, String text, String name) {}

  /** Returns the query in a file of the grammar. */
  TSQuery query(String name) throws IOException {
    return new TSQuery(language, Files.readString(TreeSitterFilesTest.FOLDER.resolve(name)));
  }

  /** Returns the captures of a query, in the order of the text. */
  List<Capture> captures(TSQuery query, String text) {
    List<Capture> found = new ArrayList<>();
    int[] chars = chars(text);
    try (TSTree tree = parse(text);
        TSQueryCursor cursor = new TSQueryCursor()) {
      cursor.exec(query, tree.getRootNode(), text);
      TSQueryMatch match = new TSQueryMatch();
      while (cursor.nextCapture(match)) {
        var capture = match.getCaptures()[match.getCaptureIndex()];
        int start = chars[capture.getNode().getStartByte()];
        int end = chars[capture.getNode().getEndByte()];
        found.add(
            new Capture(
                start, text.substring(start, end), query.getCaptureNameForId(capture.getIndex())));
      }
    }
    return found;
  }

  /** Returns the offset of the character of each byte in UTF-8. */
  private static int[] chars(String text) {
    int[] chars = new int[text.getBytes(StandardCharsets.UTF_8).length + 1];
    int bytes = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int length = Character.toString(text.codePointAt(i)).getBytes(StandardCharsets.UTF_8).length;
      for (int k = 0; k < length; k++) {
        chars[bytes + k] = i;
      }
      bytes += length;
    }
    chars[bytes] = text.length();
    return chars;
  }

  @Override
  public void close() {
    parser.close();
    language.close();
  }
}
