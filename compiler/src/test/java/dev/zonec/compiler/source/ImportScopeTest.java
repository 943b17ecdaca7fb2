package dev.zonec.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.InputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportScopeTest {
  @TempDir private Path temp;
  private Path dir = Path.of("");

  @BeforeEach
  void files() throws IOException {
    dir = temp.toRealPath();
    for (String file : new String[] {"a/b/c.zone", "a/b/d.zone", "a/e/f.zone", "g.zone"}) {
      Files.createDirectories(dir.resolve(file).getParent());
      Files.writeString(dir.resolve(file), "");
    }
  }

  private Path root(String... paths) {
    List<String> given = Arrays.stream(paths).map(path -> dir.resolve(path).toString()).toList();
    return ((ImportScope.Below) ImportScope.around(InputPath.of(given))).root();
  }

  @Test
  void theRootHoldsWhatIsGiven() {
    assertThat(root("a/b/c.zone")).isEqualTo(dir.resolve("a/b"));
    assertThat(root("a/b")).isEqualTo(dir.resolve("a"));
    assertThat(root("a/b/c.zone", "a/b/d.zone")).isEqualTo(dir.resolve("a/b"));
    assertThat(root("a/b/c.zone", "a/e/f.zone")).isEqualTo(dir.resolve("a"));
    assertThat(root("a/b", "a/e")).isEqualTo(dir.resolve("a"));
    assertThat(root("a/b", "a/b/c.zone")).isEqualTo(dir.resolve("a"));
    assertThat(root("g.zone", "a/b/c.zone")).isEqualTo(dir);
    assertThat(root("a/b/../e/f.zone")).isEqualTo(dir.resolve("a/e"));
  }

  @Test
  void whatIsNotThereDoesNotCount() {
    assertThat(root("a/b/c.zone", "nowhere/x.zone")).isEqualTo(dir.resolve("a/b"));
  }

  @Test
  void linksAreFollowedFirst() throws IOException {
    Files.createSymbolicLink(dir.resolve("a/b/link.zone"), dir.resolve("a/e/f.zone"));
    assertThat(root("a/b/link.zone")).isEqualTo(dir.resolve("a/e"));
    Files.createSymbolicLink(dir.resolve("linked"), dir.resolve("a/b"));
    assertThat(root("linked")).isEqualTo(dir.resolve("a"));
  }

  @Test
  void aFolderWithALongerNameIsNotInside() {
    ImportScope scope = new ImportScope.Below(dir.resolve("a"), "a");
    assertThat(scope.holds(dir.resolve("a/x.zone"))).isTrue();
    assertThat(scope.holds(dir.resolve("ab/x.zone"))).isFalse();
    assertThat(new ImportScope.Anywhere().holds(dir.resolve("ab/x.zone"))).isTrue();
  }
}
