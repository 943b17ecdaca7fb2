package dev.zonec.dist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Reads packages of Debian. */
final class DebianFiles {
  private DebianFiles() {}

  /** Adds the files and links of {@code deb} whose paths {@code kept} holds for to {@code tree}. */
  static void add(Path deb, Predicate<String> kept, FileTree tree) throws IOException {
    try (ArArchiveInputStream ar = ar(deb);
        TarArchiveInputStream tar = part(ar, "data.tar.xz", deb)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String path = path(entry);
        if (entry.isDirectory() || !kept.test(path)) {
          continue;
        }
        if (entry.isSymbolicLink()) {
          tree.link(path, entry.getLinkName());
        } else if (entry.isFile() && !entry.isLink()) {
          tree.file(path, tar.readAllBytes(), entry.getMode() & 0777);
        } else {
          throw new IOException(deb + " has a special file: " + path);
        }
      }
    }
  }

  /** Returns the description of {@code deb}: its file {@code control}. */
  static String control(Path deb) throws IOException {
    try (ArArchiveInputStream ar = ar(deb);
        TarArchiveInputStream tar = part(ar, "control.tar.xz", deb)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (path(entry).equals("control")) {
          return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException(deb + " has no file control");
  }

  private static ArArchiveInputStream ar(Path deb) throws IOException {
    return new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)));
  }

  private static TarArchiveInputStream part(ArArchiveInputStream ar, String name, Path deb)
      throws IOException {
    for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
      if (entry.getName().equals(name)) {
        InputStream xz = new XZCompressorInputStream(ar);
        return new TarArchiveInputStream(xz);
      }
    }
    throw new IOException(deb + " has no " + name);
  }

  private static String path(TarArchiveEntry entry) {
    return entry.getName().replaceFirst("^\\./", "");
  }
}
