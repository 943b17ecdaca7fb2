package dev.zonec.diagnostics.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells that a file was written: an editor can replace a file by another one of the same size
 * and time, which then has another key.
 *
 * @param key the identity of the file, if the file system has one
 */
record FileState(boolean exists, FileTime written, long size, Optional<Object> key) {
  private static final FileTime NEVER = FileTime.fromMillis(0);
  private static final FileState ABSENT = new FileState(false, NEVER, 0, Optional.empty());

  /** A folder. Its content is recorded as a list of files, if it matters. */
  private static final FileState FOLDER = new FileState(true, NEVER, -1, Optional.empty());

  /** Returns the state of {@code file}; links are followed. */
  static FileState of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory()) {
        return FOLDER;
      }
      return new FileState(
          true, found.lastModifiedTime(), found.size(), Optional.ofNullable(found.fileKey()));
    } catch (IOException e) {
      return ABSENT;
    }
  }
}
