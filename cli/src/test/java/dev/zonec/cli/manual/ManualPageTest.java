package dev.zonec.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManualPageTest {
  @TempDir private Path folder;

  @Test
  void aPageSaysWhatTheHelpSays() {
    CommandRun page = CommandRun.of("man", "verify");
    assertThat(page.exit()).isZero();
    assertThat(page.out())
        .startsWith(".TH \"ZONEC\\-VERIFY\" \"1\"")
        .contains(".SH NAME\nzonec\\-verify \\- Proves")
        .contains(".B \\-m, \\-\\-manifests=PATH\n")
        .contains(".SH EXIT STATUS\n.TP\n.B 0\n")
        .doesNotContain("--debug");
  }

  @Test
  void textIsNeverARequest() {
    Roff roff = new Roff();
    roff.text(".zone files");
    roff.text("'A -> B' asks \\ for");
    assertThat(roff.toString().lines())
        .containsExactly("\\&.zone files", "\\&'A \\-> B' asks \\e for");
  }

  @Test
  void thereIsAPageForEveryCommand() throws IOException {
    CommandRun run = CommandRun.of("man", "-o", folder.resolve("man1").toString());
    assertThat(run.exit()).isZero();
    try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
      List<String> names = pages.map(page -> page.getFileName().toString()).toList();
      assertThat(names).contains("zonec.1", "zonec-verify.1", "zonec-query.1", "zonec-man.1");
    }
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    CommandRun run = CommandRun.of("man", "verfy");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("verfy");
  }

  @Test
  void whereNoFolderCanBeMadeThatIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    CommandRun run = CommandRun.of("man", "-o", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be written");
  }
}
