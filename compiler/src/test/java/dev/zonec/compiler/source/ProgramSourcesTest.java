package dev.zonec.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.InputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSourcesTest {
  @TempDir private Path dir;

  private static List<String> codes(ProgramSources sources) {
    return sources.problems().stream().map(problem -> problem.code().toString()).toList();
  }

  @Test
  void aFolderIsReadWholeInOrderAndEachFileOnce() throws IOException {
    Files.createDirectories(dir.resolve("b/.hidden"));
    Files.writeString(dir.resolve("b/x.zone"), "\ufeffx");
    Files.writeString(dir.resolve("b/.hidden/y.zone"), "y");
    Files.writeString(dir.resolve("z.zone"), "z");
    Files.writeString(dir.resolve("a.txt"), "a");
    ProgramSources sources =
        ProgramSources.collect(
            InputPath.of(List.of(dir.toString(), dir.resolve("z.zone").toString())));
    assertThat(sources.problems()).isEmpty();
    assertThat(sources.sources()).extracting(Source::path).containsExactly("b/x.zone", "z.zone");
    assertThat(sources.sources())
        .extracting(source -> source.text().name())
        .containsExactly(dir + "/b/x.zone", dir + "/z.zone");
    assertThat(sources.sources().getFirst().text().content()).isEqualTo("x");
  }

  @Test
  void whatCannotBeReadIsReported() throws IOException {
    Files.write(dir.resolve("latin.zone"), new byte[] {'m', (byte) 0xe9});
    Path empty = Files.createDirectory(dir.resolve("empty"));
    Path large = dir.resolve("large.zone");
    Files.write(large, new byte[SourceReading.LIMIT + 1]);
    assertThat(
            codes(
                ProgramSources.collect(
                    InputPath.of(
                        List.of(
                            dir.resolve("missing.zone").toString(),
                            dir.resolve("latin.zone").toString(),
                            large.toString(),
                            empty.toString())))))
        .containsExactly("ZC0001", "ZC0002", "ZC0006", "ZC0103");
  }
}
