package dev.zonec.dist;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Reads and writes {@code .tar.gz} files. */
final class TarFile {
  /** Level 9 takes three times the time of level 6, and saves less than one percent. */
  private static final int LEVEL = 6;

  private TarFile() {}

  /** Writes {@code folder} and everything in it, in the order of the names. */
  static void write(Path folder, Path archive, Instant time) throws IOException {
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    FileTree tree = new FileTree().copy(folder, folder.getFileName().toString(), path -> true);
    try (OutputStream gzip = gzip(Files.newOutputStream(part))) {
      tree.write(gzip, "", time);
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns a stream that compresses, and whose output depends on the bytes only. */
  static OutputStream gzip(OutputStream out) throws IOException {
    return gzip(out, LEVEL);
  }

  /** Returns {@code bytes}, compressed as much as possible; Debian asks for it in documents. */
  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = gzip(out, Deflater.BEST_COMPRESSION)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static OutputStream gzip(OutputStream out, int level) throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(level);
    parameters.setModificationInstant(Instant.EPOCH);
    return new BufferedOutputStream(new GzipCompressorOutputStream(out, parameters));
  }

  /** Returns everything in {@code folder}, and itself, in the order of the names. */
  static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> within = Files.walk(folder)) {
      return within.sorted().toList();
    }
  }

  /** Returns the permissions of {@code path} in packages. */
  static int mode(Path path) {
    return Files.isDirectory(path) || Files.isExecutable(path)
        ? FileTree.EXECUTABLE
        : FileTree.PLAIN;
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
