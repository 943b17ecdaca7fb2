package dev.zonec.tests.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code zonec fmt} on files. */
final class FormatCommandTest {
  private static final String MESSY = "module t\nzone a{namespace x}";
  private static final String NEAT = "module t\nzone a { namespace x }\n";

  @TempDir private Path dir;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void filesAreFormattedInPlaceAndListed() throws IOException {
    Path messy = file("messy.zone", MESSY);
    file("neat.zone", NEAT);
    Run run = Run.zonec("fmt", dir.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo(messy + "\n");
    assertThat(messy).hasContent(NEAT.stripTrailing());
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left).hasSize(2);
    }
    assertThat(Run.zonec("fmt", dir.toString()).out()).isEmpty();
  }

  @Test
  void checkListsUnformattedFilesAndWritesNothing() throws IOException {
    Path messy = file("messy.zone", MESSY);
    file("neat.zone", NEAT);
    Run run = Run.zonec("fmt", "--check", dir.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(messy + "\n");
    assertThat(Files.readString(messy)).isEqualTo(MESSY);
  }

  @Test
  void diffIsUnified() throws IOException {
    Path messy = file("messy.zone", MESSY);
    Run run = Run.zonec("fmt", "--diff", messy.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "--- "
                + messy
                + "\n+++ "
                + messy
                + "\n@@ -1,2 +1,2 @@\n module t\n-zone a{namespace x}\n"
                + "\\ No newline at end of file\n+zone a { namespace x }\n");
    assertThat(Files.readString(messy)).isEqualTo(MESSY);
  }

  @Test
  void aFileWithASyntaxErrorIsNotChanged() throws IOException {
    Path wrong = file("wrong.zone", MESSY + "}");
    Path messy = file("messy.zone", MESSY);
    Run run = Run.zonec("fmt", dir.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("error[ZC0004]");
    assertThat(Files.readString(wrong)).isEqualTo(MESSY + "}");
    assertThat(Files.readString(messy)).isEqualTo(NEAT);
  }

  @Test
  void linksAndPermissionsAreKept() throws IOException {
    Path messy = file("messy.txt", MESSY);
    Files.setPosixFilePermissions(messy, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(dir.resolve("link.zone"), messy);
    assertThat(Run.zonec("fmt", link.toString()).exit()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(messy)).isEqualTo(NEAT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(messy)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void standardInputIsPrintedFormatted() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(MESSY.getBytes(StandardCharsets.UTF_8)));
      Run run = Run.zonec("fmt", "-");
      assertThat(run.out()).isEqualTo(NEAT);
      assertThat(run.exit()).isZero();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void standardInputExcludesOtherPaths() {
    assertThat(Run.zonec("fmt", "-", dir.toString()).exit()).isEqualTo(2);
  }
}
