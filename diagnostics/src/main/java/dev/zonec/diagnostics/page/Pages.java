package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages about codes. */
public final class Pages {
  private Pages() {}

  /** The page about {@code code}; none where it is not written yet. */
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
