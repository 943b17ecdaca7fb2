package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files, folders, links, pipes and standard input. */
final class ManifestFilesTest {
  @TempDir private Path dir;

  private static Sources collect(String stdin, String... paths) {
    InputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    return ManifestFiles.collect(InputPath.of(List.of(paths)), in);
  }

  private Path write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> names(Sources sources) {
    return sources.texts().stream()
        .map(SourceText::name)
        .map(name -> name.replace(dir + "/", ""))
        .toList();
  }

  private static List<String> messages(Sources sources) {
    return sources.problems().stream().map(Diagnostic::message).toList();
  }

  @Test
  void aFolderGivesItsManifestsSorted() throws IOException {
    write("b.yaml", "b: 1");
    write("a/c.YML", "c: 1");
    write("a/d.json", "{}");
    write("a/e.txt", "not one");
    write(".git/f.yaml", "hidden");
    Sources sources = collect("", dir.toString());
    assertThat(names(sources)).containsExactly("a/c.YML", "a/d.json", "b.yaml");
    assertThat(sources.problems()).isEmpty();
  }

  @Test
  void standardInputWithAByteOrderMark() {
    Sources sources = collect("\ufeffa: 1\r\n", "-");
    assertThat(sources.texts()).extracting(SourceText::content).containsExactly("a: 1\r\n");
    assertThat(sources.texts()).extracting(SourceText::name).containsExactly("<stdin>");
  }

  /** A pipe whose writer failed is empty, and nothing would be proved of nothing. */
  @Test
  void whatLeadsToNoManifestIsAProblem() throws IOException {
    assertThat(messages(collect(" \n", "-"))).containsExactly("standard input is empty");
    write("empty/readme.txt", "");
    Sources folder = collect("", dir.resolve("empty").toString());
    assertThat(messages(folder)).hasSize(1).first().asString().contains("no .yaml");
    assertThat(messages(collect("", dir.resolve("nowhere").toString()))).hasSize(1);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void linksAreFollowedOnceAndRoundInCirclesNever() throws IOException {
    write("real/a.yaml", "a: 1");
    Files.createSymbolicLink(dir.resolve("real/up"), dir);
    Files.createSymbolicLink(dir.resolve("linked"), dir.resolve("real"));
    Files.createSymbolicLink(dir.resolve("self.yaml"), dir.resolve("self.yaml"));
    Files.createSymbolicLink(dir.resolve("broken.yaml"), dir.resolve("gone.yaml"));
    Sources sources = collect("", dir.toString());
    assertThat(sources.texts()).hasSize(1);
    assertThat(messages(sources))
        .hasSize(2)
        .anyMatch(message -> message.contains("self.yaml"))
        .anyMatch(message -> message.contains("broken.yaml"));
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void pipesInFoldersAreNotRead() throws IOException, InterruptedException {
    write("a.yaml", "a: 1");
    Path pipe = dir.resolve("pipe.yaml");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "there is no mkfifo here");
    }
    Sources sources = collect("", dir.toString());
    assertThat(names(sources)).containsExactly("a.yaml");
    assertThat(messages(sources)).singleElement().asString().contains("not a regular file");
  }

  @Test
  void whatIsTooLargeOrNoTextOrClosed() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(dir.resolve("huge.yaml").toFile(), "rw")) {
      sparse.setLength((64L << 20) + 1);
    }
    Files.write(dir.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    Path closed = write("closed.yaml", "a: 1");
    boolean closes = closed.toFile().setReadable(false) && !Files.isReadable(closed);
    Sources sources = collect("", dir.toString());
    assertThat(messages(sources))
        .anyMatch(message -> message.contains("huge.yaml` is larger"))
        .anyMatch(message -> message.contains("latin.yaml` is not UTF-8"));
    if (closes) {
      assertThat(messages(sources))
          .anyMatch(message -> message.contains("closed.yaml` cannot be read"));
    }
  }
}
