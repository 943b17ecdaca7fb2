package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every class, package and folder that CONTRIBUTING.md names exists. */
final class ContributingTest {
  /** A class, such as {@code Checks}, with or without a member, such as {@code Checks.ALL}. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.[A-Za-z]+)?`");

  /** A package, such as {@code kubernetes.rules}. */
  private static final Pattern PACKAGE =
      Pattern.compile("`((?:compiler|kubernetes|verifier)(?:\\.[a-z]+)+)`");

  private static final Pattern FOLDER = Pattern.compile("`((?:spec|docs|tests)/[a-z/]+)`");

  @Test
  void whatItNamesExists() throws IOException {
    String text = Files.readString(Run.ROOT.resolve("CONTRIBUTING.md"));
    List<Path> sources = sources();
    Set<String> classes =
        sources.stream()
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> packages =
        sources.stream()
            .map(path -> path.getParent().toString().replace('/', '.'))
            .map(name -> name.substring(name.lastIndexOf("dev.zonec.") + "dev.zonec.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> unknown = new ArrayList<>();
    named(CLASS, text).filter(name -> !classes.contains(name)).forEach(unknown::add);
    named(PACKAGE, text).filter(name -> !packages.contains(name)).forEach(unknown::add);
    named(FOLDER, text).filter(name -> !Files.exists(Run.ROOT.resolve(name))).forEach(unknown::add);
    assertThat(unknown).isEmpty();
    assertThat(named(CLASS, text)).hasSizeGreaterThan(30);
    assertThat(named(PACKAGE, text)).hasSizeGreaterThan(5);
    assertThat(named(FOLDER, text)).hasSizeGreaterThan(5);
  }

  private static Stream<String> named(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).distinct();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Run.ROOT)) {
      return files
          .filter(path -> path.toString().contains("/src/"))
          .filter(path -> path.toString().contains("/dev/zonec/"))
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    }
  }
}
