package dev.zonec.application.config;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A path in a configuration file.
 *
 * @param name the path as commands take it and messages print it
 * @param path the path, absolute and normalized
 * @param span the text that names it
 */
public record ConfigPath(String name, Path path, Span span) {
  /** Returns an error if there is nothing at the path. */
  Optional<Diagnostic> missing() {
    ReadPaths.file(path);
    return Files.exists(path)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(Code.ZC0805, span, "there is no file or folder `" + name + "`")
                .labelled("not found")
                .note("paths are relative to the folder of this file"));
  }
}
