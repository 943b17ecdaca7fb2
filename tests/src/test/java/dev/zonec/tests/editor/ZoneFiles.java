package dev.zonec.tests.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all cases and examples. */
final class ZoneFiles {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));

  private ZoneFiles() {}

  /** Returns the files, sorted in each folder. */
  static List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : List.of(ROOT.resolve("spec/cases"), ROOT.resolve("examples"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".zone")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
