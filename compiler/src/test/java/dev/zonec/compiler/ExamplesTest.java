package dev.zonec.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"online-boutique", "bank"})
  void compiles(String example) {
    Path zones = Path.of(System.getProperty("zonec.root", ".."), "examples", example, "zones");
    assumeThat(zones).matches(Files::isDirectory, "is there");
    Compilation compilation =
        Compiler.compile(List.of(zones.toString()), new CompileOptions(Programs.TODAY, List.of()));
    if (compilation instanceof Compilation.Rejected(List<Diagnostic> problems)) {
      throw new AssertionError(new DiagnosticRenderer(false).render(problems));
    }
    assertThat(((Compilation.Compiled) compilation).policies()).hasSizeGreaterThan(10);
  }
}
