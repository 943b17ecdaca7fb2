package dev.zonec.tests.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.page.Page;
import dev.zonec.diagnostics.page.PageText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how the text of a page is laid out in a terminal. */
final class PageTextTest {
  @Test
  void linksAreReplacedByTheirText() {
    assertThat(prose(80, "See the [table of kinds](../kinds.md) and [decision 7](d.md#why)."))
        .containsExactly("  See the table of kinds and decision 7.");
  }

  @Test
  void linksThatSpanLinesAreReplacedByTheirText() {
    assertThat(prose(80, "See the [table of", "kinds](../kinds.md) for all of them."))
        .containsExactly("  See the table of kinds for all of them.");
  }

  @Test
  void bracketsOfTheLanguageAreKept() {
    assertThat(prose(80, "A parameter of type `cidr[]` (a list) stays."))
        .containsExactly("  A parameter of type `cidr[]` (a list) stays.");
  }

  @Test
  void paragraphsAreWrappedToTheWidth() {
    String[] lines = {"One two three four", "five six seven", "", "Another paragraph."};
    assertThat(prose(40, lines))
        .containsExactly("  One two three four five six seven", "", "  Another paragraph.");
    assertThat(prose(24, lines))
        .containsExactly("  One two three four", "  five six seven", "", "  Another paragraph.");
  }

  @Test
  void continuationLinesOfItemsAreIndented() {
    assertThat(
            prose(29, "Either:", "- write the name of the zone", "  in full, or", "- delete it."))
        .containsExactly(
            "  Either:", "  - write the name of the", "    zone in full, or", "  - delete it.");
  }

  @Test
  void outputKeepsItsLines() {
    String message = "    error[ZC0203]: no zone is called `apy` in this program";
    assertThat(prose(30, "zonec reports:", "", message, "      |", "", "Fix it."))
        .containsExactly("  zonec reports:", "", "  " + message, "        |", "", "  Fix it.");
  }

  private static List<String> prose(int width, String... lines) {
    Page page = new Page("heading", List.of(new Page.Block.Prose(List.of(lines))));
    List<String> text = PageText.of(page, width).lines().toList();
    assertThat(text.subList(0, 2)).containsExactly("heading", "");
    return text.subList(2, text.size());
  }
}
