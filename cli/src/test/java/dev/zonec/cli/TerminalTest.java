package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void theVariableGoesBeforeTheTerminal() {
    assertThat(Terminal.columns("72", "24 80\n")).isEqualTo(72);
    assertThat(Terminal.columns(null, "24 80\n")).isEqualTo(80);
    assertThat(Terminal.columns("", "24 80\n")).isEqualTo(80);
  }

  @Test
  void whatMakesNoSenseIsAHundred() {
    assertThat(Terminal.columns("wide", "24 80\n")).isEqualTo(100);
    assertThat(Terminal.columns(null, "")).isEqualTo(100);
    assertThat(Terminal.columns(null, "0 0\n")).isEqualTo(100);
  }
}
