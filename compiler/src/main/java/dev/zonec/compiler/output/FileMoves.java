package dev.zonec.compiler.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Moves files on one disk. */
interface FileMoves {
  /**
   * Moves {@code from} to {@code to}, which does not exist. Either the move succeeds, or nothing
   * changes.
   */
  void move(Path from, Path to) throws IOException;

  /** Moves files by renaming. */
  final class Renaming implements FileMoves {
    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to);
    }
  }
}
