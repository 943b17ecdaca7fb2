package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The texts of the licences of the libraries. */
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*", Pattern.CASE_INSENSITIVE);

  /** Where the Eclipse Foundation writes the licence of a library. */
  private static final String ABOUT = "about.html";

  /** The licence of zonec itself. */
  private static final String OWN = "Apache-2.0";

  private Licences() {}

  /**
   * Writes the texts of {@code library} to a folder of its own.
   *
   * <p>The texts are those in its jar, or else the text that is kept for it, or for its licence.
   */
  static void write(Sbom.Library library, Path jars, Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve(library.name()));
    Path jar = jars.resolve(library.jar());
    boolean found = false;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        boolean about = entry.getName().equals(ABOUT);
        if (about || TEXT.matcher(entry.getName()).matches()) {
          String name = about ? "LICENSE.html" : entry.getName().replaceFirst(".*/", "");
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, own.resolve(name));
          }
          found |= name.contains("LICENSE");
        }
      }
    }
    if (!found) {
      Files.write(own.resolve("LICENSE"), kept(library));
    }
  }

  private static byte[] kept(Sbom.Library library) throws IOException {
    Optional<byte[]> text = resource(library.name());
    for (String licence : library.licences()) {
      text = text.isPresent() ? text : resource(licence);
    }
    return text.orElseThrow(
        () ->
            new IOException(
                "there is no text of the licence of "
                    + library.name()
                    + " ("
                    + String.join(", ", library.licences())
                    + "): add one to the folder licences"));
  }

  private static Optional<byte[]> resource(String name) throws IOException {
    String file = name.equals(OWN) ? "LICENSE" : name + ".txt";
    try (InputStream text = Licences.class.getResourceAsStream("licences/" + file)) {
      return text == null ? Optional.empty() : Optional.of(text.readAllBytes());
    }
  }

  /** Returns a line for each library. */
  static String table(List<Sbom.Library> libraries) {
    StringBuilder text = new StringBuilder();
    for (Sbom.Library library : libraries) {
      text.append(library.name())
          .append(' ')
          .append(library.version())
          .append(": ")
          .append(String.join(", ", library.licences()))
          .append('\n');
    }
    return text.toString();
  }
}
