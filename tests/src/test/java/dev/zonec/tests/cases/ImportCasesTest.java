package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.importer.Draft;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code spec/cases/import} is a case: {@code policies.yaml} is drafted as {@code
 * draft.zone}, with the messages in {@code out}. The file {@code options} can contain {@code pods
 * CIDR} and {@code blocks-avoid-pods}. If there is no error, the draft is proved equal to the
 * policies. {@code -Dzonec.rewrite=true} rewrites the expectations.
 */
final class ImportCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "cases", "import");
  private static final boolean REWRITE = Boolean.getBoolean("zonec.rewrite");

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> drafted() throws IOException {
    return cases().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> draft(folder)));
  }

  private static void draft(Path folder) throws IOException {
    World world = world(folder);
    Path given = folder.resolve("options");
    List<String> options = Files.exists(given) ? Files.readAllLines(given) : List.of();
    boolean avoidPods = options.contains("blocks-avoid-pods");
    List<Cidr> pods =
        options.stream()
            .filter(line -> line.startsWith("pods "))
            .map(line -> Cidr.of(line.substring("pods ".length())))
            .toList();
    Draft draft = Importer.draft(world, new ImportOptions("imported", pods, avoidPods));
    expect(folder.resolve("draft.zone"), draft.text());

    Reading may =
        avoidPods
            ? Reading.MAY.with(Knob.IPBLOCK_MATCHES_PODS, Knob.IPBLOCK_MATCHES_PODS.restrictive())
            : Reading.MAY;
    ZoneProgram program = load(draft.text());
    VerificationResult result =
        new Verification(world, program, may, Deadline.in(Duration.ofMinutes(1)), List.of())
            .runBothWays();
    List<Diagnostic> said = new ArrayList<>(draft.ineffective());
    said.addAll(draft.inexpressible());
    said.addAll(new VerificationReport(program).diagnostics(result));
    expect(folder.resolve("out"), new DiagnosticRenderer(false).render(said));
    if (draft.inexpressible().isEmpty()) {
      assertThat(result.allProved()).as("%s", said).isTrue();
    } else {
      assertThat(result.allProved()).as("a rule that is left out is missed").isFalse();
    }
  }

  private static World world(Path folder) throws IOException {
    SourceText text =
        new SourceText("policies.yaml", Files.readString(folder.resolve("policies.yaml")));
    Manifests manifests = ManifestReader.read(List.of(text));
    WorldReading reading = new WorldReader().read(manifests);
    assertThat(manifests.unreadable()).isEmpty();
    assertThat(reading.problems()).isEmpty();
    return reading.world();
  }

  private static ZoneProgram load(String text) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("draft.zone", text)));
    Loading loading = Compiler.load(sources, GivenParams.NONE, LocalDate.of(2026, 1, 1));
    assertThat(loading).as("%s in%n%s", loading, text).isInstanceOf(Loading.Loaded.class);
    return ((Loading.Loaded) loading).variants().getFirst().program();
  }

  private static void expect(Path file, String actual) throws IOException {
    if (REWRITE) {
      if (actual.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, actual);
      }
      return;
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(actual).as("%s", file).isEqualTo(expected);
  }
}
