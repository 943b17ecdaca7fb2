package dev.zonec.application.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** Whether {@code name} can be the name of a file of a certificate. */
  static boolean isPart(String name) {
    return name.equals(Certificate.DOCUMENT) || SCRIPT.matcher(name).matches();
  }
}
