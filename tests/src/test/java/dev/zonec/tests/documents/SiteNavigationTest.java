package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The navigation of the site leads to every page of the guide, of the reference and of docs. */
final class SiteNavigationTest {
  @Test
  void everyPageIsInTheNavigation() throws IOException {
    String navigation = Files.readString(Run.ROOT.resolve("docs/site/mkdocs.yml"));
    List<String> pages =
        Stream.of("docs", "docs/guide", "docs/guide/recipes", "spec")
            .flatMap(folder -> pagesIn(Run.ROOT.resolve(folder)))
            .toList();
    assertThat(pages).hasSizeGreaterThan(30);
    assertThat(pages).allSatisfy(page -> assertThat(navigation).contains(page));
  }

  private static Stream<String> pagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> Run.ROOT.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
