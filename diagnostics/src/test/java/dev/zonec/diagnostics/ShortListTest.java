package dev.zonec.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShortListTest {
  @Test
  void aLongListIsCut() {
    assertThat(ShortList.of(List.of("a", "b", "c", "d", "e"), 3)).isEqualTo("a, b, c and 2 more");
  }

  @Test
  void aShortListIsWrittenInFull() {
    assertThat(ShortList.of(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    assertThat(ShortList.of(List.of("a"), 3)).isEqualTo("a");
  }

  @Test
  void noListSaysThatOneMoreFollows() {
    assertThat(ShortList.atMost(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    assertThat(ShortList.atMost(List.of("a", "b", "c", "d"), 3)).isEqualTo("a, b and 2 more");
    assertThat(ShortList.atMost(List.of(), 3)).isEqualTo("");
  }
}
