package dev.zonec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.config.Settings;
import dev.zonec.application.diff.FailOn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The configuration file has the same words as the command line. */
final class ConfiguredWordsTest {
  @Test
  void formats() {
    assertThat(Settings.FORMATS).containsExactlyElementsOf(words(OutputFormat.values()));
    assertThat(Settings.FORMATS.stream().flatMap(name -> OutputFormat.named(name).stream()))
        .containsExactly(OutputFormat.values());
  }

  @Test
  void differences() {
    assertThat(Settings.DIFFERENCES).containsExactlyElementsOf(words(FailOn.Kind.values()));
    assertThat(Settings.DIFFERENCES)
        .extracting(FailOn.Kind::named)
        .containsExactly(FailOn.Kind.values());
  }

  private static List<String> words(Object[] values) {
    return Stream.of(values).map(Object::toString).toList();
  }
}
