package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ClusterRoles that the API server creates in every cluster, such as {@code edit}. */
public final class DefaultRoles {
  private static final String FILE = "default-roles.yaml";

  private DefaultRoles() {}

  /** Returns the roles. Each call reads them anew. */
  public static List<Role> read() {
    SourceText text = new SourceText("(Kubernetes 1.36) " + FILE, content());
    AccessReading reading =
        AccessReader.read(ManifestReader.read(List.of(text)).access(), "default");
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException(FILE + ": " + reading.problems().getFirst().message());
    }
    return reading.objects().roles();
  }

  private static String content() {
    try (@Nullable InputStream in = DefaultRoles.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
