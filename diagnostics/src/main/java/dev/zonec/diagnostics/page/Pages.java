package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the page of a code. */
public final class Pages {
  private Pages() {}

  /** Returns the page of {@code code}; empty if it has none. */
  public static Optional<Page> of(Code code) {
    try (InputStream in = Pages.class.getResourceAsStream(code + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(PageReading.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
