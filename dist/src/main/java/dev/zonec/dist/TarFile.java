package dev.zonec.dist;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Reads and writes {@code .tar.gz} files. */
final class TarFile {
  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private TarFile() {}

  /** Writes {@code folder} and everything in it, in the order of the names. */
  static void write(Path folder, Path archive, Instant time) throws IOException {
    GzipParameters gzip = new GzipParameters();
    gzip.setCompressionLevel(9);
    gzip.setModificationInstant(Instant.EPOCH);
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(file, gzip))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path path : sorted(folder)) {
        String name = folder.resolveSibling("").relativize(path).toString();
        TarArchiveEntry entry = entry(path, name);
        entry.setModTime(time.toEpochMilli());
        tar.putArchiveEntry(entry);
        if (!entry.isSymbolicLink() && !entry.isDirectory()) {
          Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
      }
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns everything in {@code folder}, and itself, in the order of the names. */
  static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> within = Files.walk(folder)) {
      return within.sorted().toList();
    }
  }

  /** Returns the permissions of {@code path} in packages. */
  static int mode(Path path) {
    return Files.isDirectory(path) || Files.isExecutable(path) ? EXECUTABLE : PLAIN;
  }

  private static TarArchiveEntry entry(Path path, String name) throws IOException {
    if (Files.isSymbolicLink(path)) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(path).toString());
      return link;
    }
    boolean directory = Files.isDirectory(path);
    TarArchiveEntry entry = new TarArchiveEntry(directory ? name + "/" : name);
    entry.setMode((directory ? 040000 : 0100000) | mode(path));
    if (!directory) {
      entry.setSize(Files.size(path));
    }
    return entry;
  }

  /** Unpacks {@code archive} into {@code folder}, which appears when it is complete. */
  static void unpack(Path archive, Path folder) throws IOException {
    Path parent = Files.createDirectories(folder.resolveSibling(""));
    Path part = Files.createTempDirectory(parent, "part");
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, part);
      }
    }
    Files.move(part, folder);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path path = folder.resolve(entry.getName()).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("an entry leaves the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
