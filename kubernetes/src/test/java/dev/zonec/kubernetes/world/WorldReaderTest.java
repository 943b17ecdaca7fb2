package dev.zonec.kubernetes.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder of {@code spec/world}: manifests, and the world that they are. */
final class WorldReaderTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "world");

  private static Manifests manifests(Path folder, List<Diagnostic> unreadable) {
    Sources sources =
        ManifestFiles.collect(
            InputPath.of(List.of(folder.toString())), InputStream.nullInputStream());
    Manifests manifests = ManifestReader.read(sources.texts());
    unreadable.addAll(sources.problems());
    unreadable.addAll(manifests.unreadable());
    return manifests;
  }

  @TestFactory
  Stream<DynamicTest> worlds() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).hasSizeGreaterThan(15);
      return cases.stream()
          .map(
              folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> is(folder)));
    }
  }

  private static void is(Path folder) throws IOException {
    List<Diagnostic> unreadable = new ArrayList<>();
    WorldReading reading = new WorldReader().read(manifests(folder, unreadable));
    String text = String.join("\n", WorldText.of(reading, unreadable)) + "\n";
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  /** With names as they come the world has what the author means; the faults are still told. */
  @Test
  void aWorldOfAnyNames() {
    Manifests manifests = manifests(CASES.resolve("names-that-servers-refuse"), new ArrayList<>());
    WorldReading strict = new WorldReader().read(manifests);
    WorldReading any =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, MetadataForm.ANY)
            .read(manifests);
    assertThat(strict.world().policies()).isEmpty();
    assertThat(any.world().policies()).extracting(Policy::name).containsExactly("with_underscores");
    assertThat(any.world().workloads()).hasSizeGreaterThan(strict.world().workloads().size());
    assertThat(any.problems()).hasSameSizeAs(strict.problems()).isNotEmpty();
  }
}
