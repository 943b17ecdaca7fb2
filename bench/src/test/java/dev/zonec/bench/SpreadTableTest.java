package dev.zonec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about scale shows what the simulation prints. */
final class SpreadTableTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root"));

  @Test
  void thePageShowsTheTablesOfTheRecordings() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/scale.md"));
    String tables = String.join("\n", SpreadTable.tables(ROOT.resolve(SpreadTable.RECORDINGS)));
    assertThat(page).contains(tables.strip());
  }
}
