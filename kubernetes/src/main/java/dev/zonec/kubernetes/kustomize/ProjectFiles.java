package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.SourceText;
import java.nio.file.Path;

/** Where a build finds the files that kustomizations name. */
interface ProjectFiles {
  /** What a path leads to. */
  sealed interface Entry {
    /** A file and its text. */
    record File(SourceText text) implements Entry {}

    /** A folder. */
    record Folder() implements Entry {}

    /** Nothing that can be read. */
    record Missing() implements Entry {}
  }

  /** What is at {@code path}, which is absolute and normal. */
  Entry at(Path path);

  /** How messages call {@code path}. */
  String name(Path path);
}
