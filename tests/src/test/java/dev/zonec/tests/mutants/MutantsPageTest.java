package dev.zonec.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every mutant still fits to the source file that it changes, and the page lists every mutant.
 * {@code -Dzonec.rewrite=true} rewrites the list.
 */
final class MutantsPageTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", "..")).toAbsolutePath();
  private static final Path PAGE = ROOT.resolve("docs/mutants.md");
  private static final String START = "| mutant | error | test |\n|---|---|---|\n";

  private static List<Mutant> mutants() throws IOException {
    return Mutant.in(ROOT.resolve("tests/src/test/resources/mutants"));
  }

  @Test
  void noMutantIsStale() throws IOException {
    assertThat(mutants()).hasSizeGreaterThan(90);
    for (Mutant mutant : mutants()) {
      String text = Files.readString(ROOT.resolve(mutant.source()));
      assertThat(mutant.applyTo(text)).as(mutant.name()).isNotEqualTo(text);
    }
  }

  @Test
  void thePageListsEveryMutant() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Mutant mutant : mutants()) {
      rows.append("| `")
          .append(mutant.name())
          .append("` | ")
          .append(mutant.error())
          .append(" | ")
          .append(String.join(", ", mutant.killers().stream().map(k -> test(k)).toList()))
          .append(" |\n");
    }
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(START)) + START + rows;
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(PAGE, expected);
    } else {
      assertThat(page).isEqualTo(expected);
    }
  }

  /** Returns the class, and the case or the method, without the package. */
  private static String test(String killer) {
    return "`" + killer.replaceFirst("^(?:[a-z]+\\.)+", "").replace("#", "`: `") + "`";
  }
}
