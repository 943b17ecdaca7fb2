package dev.zonec.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code copyright} of a Debian package: the texts of all licences. */
final class CopyrightFile {
  private CopyrightFile() {}

  /** Returns the texts in {@code installation}; a text that several libraries have appears once. */
  static String text(Installation installation, String homepage) throws IOException {
    Path root = installation.root();
    Map<String, List<String>> owners = new LinkedHashMap<>();
    add(owners, root.resolve("LICENSE"), "zonec");
    for (Path text : files(root.resolve("licences"))) {
      if (!text.getFileName().toString().equals("LIBRARIES")) {
        add(owners, text, root.resolve("licences").relativize(text).toString());
      }
    }
    for (Path text : files(root.resolve("runtime/legal"))) {
      add(owners, text, "Java: " + root.resolve("runtime/legal").relativize(text));
    }
    StringBuilder file = new StringBuilder("zonec is at " + homepage + ".\n\n");
    file.append("Its licence is the Apache License 2.0. The package contains these libraries:\n\n");
    file.append(Files.readString(root.resolve("licences/LIBRARIES")));
    file.append(
            "\nIt also contains a Java runtime, under the GNU General Public License 2 with the")
        .append(" Classpath Exception.\nThe texts of all licences and notices follow.\n");
    owners.forEach(
        (text, names) ->
            file.append("\n")
                .append("=".repeat(80))
                .append("\n")
                .append(String.join("\n", names))
                .append("\n")
                .append("=".repeat(80))
                .append("\n\n")
                .append(text.stripTrailing())
                .append("\n"));
    return file.toString();
  }

  private static void add(Map<String, List<String>> owners, Path text, String owner)
      throws IOException {
    // Not all of them are in UTF-8.
    String content = new String(Files.readAllBytes(text), StandardCharsets.UTF_8);
    owners.computeIfAbsent(content, each -> new ArrayList<>()).add(owner);
  }

  private static List<Path> files(Path folder) throws IOException {
    return TarFile.sorted(folder).stream()
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }
}
