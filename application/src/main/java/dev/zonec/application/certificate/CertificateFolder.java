package dev.zonec.application.certificate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a certificate in a folder. */
final class CertificateFolder {
  private static final Pattern SCRIPT = Pattern.compile("[0-9]+-[0-9]{2,}-[A-Za-z0-9-]+\\.smt2");

  private CertificateFolder() {}

  /** Returns the names of all files and folders in {@code folder}; none if it does not exist. */
  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * Returns the text of each file in {@code folder}, by its name. A file that cannot be part of a
   * certificate is not read, and has no text.
   *
   * @throws IOException if a file is a folder, a link or a device, if it is not UTF-8 text, or if
   *     it cannot be read
   */
  static SortedMap<String, String> texts(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : names(folder)) {
      texts.put(name, isPart(name) ? text(folder.resolve(name)) : "");
    }
    return texts;
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file.getFileName() + " is not a regular file");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file.getFileName() + " is not UTF-8 text", e);
    }
  }

  /** Whether {@code name} can be the name of a file of a certificate. */
  static boolean isPart(String name) {
    return name.equals(Certificate.DOCUMENT) || SCRIPT.matcher(name).matches();
  }
}
