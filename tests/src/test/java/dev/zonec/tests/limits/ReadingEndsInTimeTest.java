package dev.zonec.tests.limits;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.kustomize.Kustomizations;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.template.Templates;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Namespace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
