package dev.zonec.tests.limits;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.flows.log.CountingSink;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.source.LogReading;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.kustomize.Kustomizations;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.template.Templates;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.risk.exploit.EpssReader;
import dev.zonec.risk.exploit.KevReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading manifests, building and compiling end by themselves when their time is over. Without
 * checks of the deadline, each works for more than a second on these inputs. Work that is shorter
 * has no time at all; without checks, it has a result.
 */
final class ReadingEndsInTimeTest {
  @TempDir private Path dir;

  private static String times(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  private static String policies(int count, String indent) {
    return times(
        count,
        i ->
            """
            - apiVersion: networking.k8s.io/v1
              kind: NetworkPolicy
              metadata: {name: p%1$d, namespace: n%2$d}
              spec:
                podSelector: {matchLabels: {app: a%1$d}}
                ingress: [{from: [{podSelector: {matchLabels: {app: b%1$d}}}], ports: [{port: %3$d}]}]
            """
                .formatted(i, i % 50, 1 + i % 60_000)
                .indent(indent.length()));
  }

  private static SourceText list(int policies) {
    return new SourceText(
        "list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + policies(policies, ""));
  }

  @Test
  void readingACapture() throws InterruptedException {
    byte[] header = new byte[24];
    header[0] = (byte) 0xa1;
    header[1] = (byte) 0xb2;
    header[2] = (byte) 0xc3;
    header[3] = (byte) 0xd4;
    byte[] capture = Arrays.copyOf(header, 24 + 16 * 100_000);
    EnginesEndInTimeTest.assertEndsInTime(
        Duration.ZERO,
        () ->
            new LogReading(new CountingSink(new NoFlows()), new ByteArrayInputStream(capture))
                .read(InputPath.of("-")));
  }

  @Test
  void readingThreatLists() throws IOException, InterruptedException {
    Path text = Files.writeString(dir.resolve("a.txt"), times(20_000, i -> "203.0.113.9\n"));
    Path json =
        Files.writeString(
            dir.resolve("a.json"),
            "{\"objects\":[{}" + times(20_000, i -> ",{\"type\":\"x\"}") + "]}");
    for (Path list : List.of(text, json)) {
      EnginesEndInTimeTest.assertEndsInTime(
          Duration.ZERO, () -> ThreatLists.read(List.of(InputPath.of(list.toString()))));
    }
  }

  @Test
  void readingScoresAndCatalogues() throws InterruptedException {
    String scores = times(20_000, i -> "CVE-2026-%d,0.5,0.5\n".formatted(i));
    EnginesEndInTimeTest.assertEndsInTime(
        Duration.ZERO,
        () ->
            unchecked(
                () -> EpssReader.read(new BufferedReader(new StringReader(scores)), id -> true)));
    String catalogue = "cveID,dateAdded\n" + times(20_000, i -> "CVE-2026-%d,\n".formatted(i));
    EnginesEndInTimeTest.assertEndsInTime(
        Duration.ZERO,
        () -> unchecked(() -> KevReader.csv(new BufferedReader(new StringReader(catalogue)), "a")));
  }

  private static void unchecked(Callable<Object> work) {
    try {
      work.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Wants no flows. */
  private static final class NoFlows implements FlowSink {
    @Override
    public void flow(ObservedFlow flow) {}

    @Override
    public void skipped(RecordPlace place, String reason) {}

    @Override
    public void unreadable(RecordPlace place, String reason) {}

    @Override
    public void lost(RecordPlace place, long number) {}
  }

  @Test
  void parsingALongDocument() throws InterruptedException {
    SourceText text = list(60_000);
    EnginesEndInTimeTest.assertEndsInTime(
        Duration.ofMillis(700), () -> ParsedTexts.of(List.of(text)));
  }

  @Test
  void readingALongList() throws InterruptedException {
    ParsedTexts parsed = ParsedTexts.of(List.of(list(25_000)));
    EnginesEndInTimeTest.assertEndsInTime(Duration.ZERO, () -> ManifestReader.read(parsed));
  }

  @Test
  void expandingALongTemplate() throws InterruptedException {
    ParsedTexts parsed =
        ParsedTexts.of(
            List.of(
                new SourceText(
                    "template.yaml",
                    "apiVersion: template.openshift.io/v1\nkind: Template\n"
                        + "metadata: {name: t}\nparameters: [{name: A, value: a}]\nobjects:\n"
                        + policies(60_000, ""))));
    EnginesEndInTimeTest.assertEndsInTime(Duration.ZERO, () -> Templates.expand(parsed));
  }

  @Test
  void readingTheWorldOfManyObjects() throws InterruptedException {
    Manifests manifests = ManifestReader.read(List.of(list(40_000)));
    EnginesEndInTimeTest.assertEndsInTime(() -> new WorldReader().read(manifests));
  }

  @Test
  void buildingAKustomizationOfManyPatches() throws InterruptedException, IOException {
    Files.writeString(
        dir.resolve("kustomization.yaml"),
        "resources: [all.yaml]\npatches:\n"
            + times(
                400,
                i ->
                    "- {target: {kind: NetworkPolicy}, patch: '[{op: add, path: /metadata/labels,"
                        + " value: {l: v%d}}]'}\n".formatted(i)));
    Files.writeString(dir.resolve("all.yaml"), list(1_000).content());
    Sources sources =
        ManifestFiles.collect(InputPath.of(List.of(dir.toString())), InputStream.nullInputStream());
    EnginesEndInTimeTest.assertEndsInTime(Duration.ofSeconds(1), () -> Kustomizations.of(sources));
  }

  @Test
  void compilingForManyNamespaces() throws InterruptedException {
    String program =
        "module hard\n"
            + times(60, i -> "zone z%1$d { namespaces team=t  pods app=a%1$d }\n".formatted(i))
            + times(59, i -> "allow z%d -> z%d : tcp/80\n".formatted(i, i + 1));
    List<Namespace> catalog =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Namespace.declared("n" + i, Map.of("team", "t")))
            .toList();
    ProgramSources sources = ProgramSources.of(List.of(Source.of("hard.zone", program)));
    CompileOptions options = new CompileOptions(LocalDate.of(2026, 11, 28), catalog);
    EnginesEndInTimeTest.assertEndsInTime(() -> Compiler.compile(sources, options));
  }
}
