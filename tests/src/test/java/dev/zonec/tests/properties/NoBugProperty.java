package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** For random programs and manifests, no command ends with exit code 70, which indicates a bug. */
final class NoBugProperty {
  private static final int BUG = 70;
  private Path folder = Path.of("");

  @BeforeTry
  void place() throws IOException {
    folder = Files.createTempDirectory("zonec-bug");
  }

  @AfterTry
  void remove() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void noCommandEndsAsABug(@ForAll long seed) throws IOException {
    tryOne(seed);
  }

  private void tryOne(long seed) throws IOException {
    RandomRepository repository = new RandomRepository(seed);
    Path zone = Files.writeString(folder.resolve("p.zone"), repository.program());
    if (repository.imports()) {
      Files.writeString(folder.resolve("imported.zone"), RandomRepository.imported());
    }
    Path manifests = Files.writeString(folder.resolve("k8s.yaml"), repository.manifests());
    for (List<String> command :
        List.of(
            List.of("compile", zone.toString(), "-m", manifests.toString()),
            List.of("verify", zone.toString(), "-m", manifests.toString(), "--plan"),
            List.of("verify", zone.toString(), "-m", manifests.toString(), "--as-written"))) {
      Run run = Run.zonec(command.toArray(String[]::new));
      assertThat(run.exit())
          .as(
              () ->
                  String.join(" ", command)
                      + "\n"
                      + repository.program()
                      + "\n---\n"
                      + repository.manifests()
                      + "\n---\n"
                      + run.out()
                      + run.err())
          .isNotEqualTo(BUG)
          .isLessThanOrEqualTo(4);
    }
  }
}
