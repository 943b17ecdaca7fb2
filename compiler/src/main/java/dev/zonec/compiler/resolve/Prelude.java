package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The prelude: the built-in names, written in the language. */
public final class Prelude {
  private static final SourceText SOURCE = new SourceText("prelude.zone", read());

  private Prelude() {}

  /** Returns the text of the prelude. */
  public static SourceText source() {
    return SOURCE;
  }

  static SourceFile tree() {
    return switch (ZoneParsing.source(SOURCE)) {
      case Parsed.Tree<SourceFile>(SourceFile tree) -> tree;
      case Parsed.Malformed<SourceFile>(var problems) ->
          throw new IllegalStateException("the prelude is malformed: " + problems);
    };
  }

  private static String read() {
    try (InputStream in = Prelude.class.getResourceAsStream("prelude.zone")) {
      if (in == null) {
        throw new IllegalStateException("the prelude is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
