package dev.zonec.views.graph.svg;

import dev.zonec.diagnostics.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Reads the style sheets and scripts that are part of zonec. */
public final class Resource {
  private Resource() {}

  /** Returns the text of the file {@code name} in the package of {@code owner}. */
  public static String text(Class<?> owner, String name) {
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what allows the inline script or style {@code text} in a content security policy. */
  public static String hash(String text) {
    byte[] digest = ContentHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
