package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.SourceText;
import java.nio.file.Path;

/** Finds the files that kustomizations name. */
interface ProjectFiles {
  /** The file or folder at a path. */
  sealed interface Entry {
    /** A file and its text. */
    record File(SourceText text) implements Entry {}

    /** A folder. */
    record Folder() implements Entry {}

    /** There is nothing that can be read. */
    record Missing() implements Entry {}
  }

  /** Returns the entry at {@code path}, an absolute, normalized path. */
  Entry at(Path path);

  /** Returns {@code path} as messages show it. */
  String name(Path path);
}
