package dev.zonec.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpanTest {
  @Test
  void whatNoTextContainsHasNoPlace() {
    Diagnostic problem = Diagnostic.error(Code.ZC0520, Span.NOWHERE, "there is no such end");
    assertThat(problem.place()).isEqualTo(new Place.Nowhere());
  }

  @Test
  void anEmptyTextIsAPlace() {
    Span empty = new Span(new SourceText("", ""), 0, 0);
    assertThat(empty.isWritten()).isTrue();
    assertThat(Place.at(empty)).isEqualTo(new Place.At(empty));
    assertThat(empty).isNotEqualTo(Span.NOWHERE);
  }
}
