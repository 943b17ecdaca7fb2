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
    // Events are formats of `flows check` only, which the configuration file does not configure.
    OutputFormat[] reports =
        Stream.of(OutputFormat.values())
            .filter(format -> format != OutputFormat.ECS && format != OutputFormat.OCSF)
            .toArray(OutputFormat[]::new);
    assertThat(Settings.FORMATS).containsExactlyElementsOf(words(reports));
    assertThat(Settings.FORMATS.stream().flatMap(name -> OutputFormat.named(name).stream()))
        .containsExactly(reports);
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
