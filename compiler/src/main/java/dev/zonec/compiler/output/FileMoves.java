package dev.zonec.compiler.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file gets from one place to another on the same disk. */
interface FileMoves {
  /** Moves {@code from} to {@code to}, which is not there; afterwards it is done or nothing is. */
  void move(Path from, Path to) throws IOException;

  /** By renaming. */
  final class Renaming implements FileMoves {
    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to);
    }
  }
}
