package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Texts of every shape that manifests come in. */
final class ManifestReaderTest {
  private static final String POD_A = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
  private static final String POD_B = "apiVersion: v1\nkind: Pod\nmetadata: {name: b}\n";
  private static final int LONG = 10_000_000;

  private static Manifests read(String text) {
    return ManifestReader.read(List.of(new SourceText("m.yaml", text)));
  }

  private static List<String> names(Manifests manifests) {
    return manifests.objects().stream().map(each -> each.object().getMetadata().getName()).toList();
  }

  private static List<Integer> lines(Manifests manifests) {
    return manifests.unreadable().stream().map(ManifestReaderTest::line).toList();
  }

  private static int line(Diagnostic problem) {
    return ((Place.At) problem.place()).span().line();
  }

  @TestFactory
  Stream<DynamicTest> twoPods() {
    Map<String, String> texts =
        Map.ofEntries(
            Map.entry("documents", POD_A + "---\n" + POD_B),
            Map.entry(
                "empty documents", "---\n---\n\n---\n" + POD_A + "---\n---\n" + POD_B + "---\n"),
            Map.entry("comments", "# Source: a.yaml\n---\n# a\n" + POD_A + "--- # b\n#\n" + POD_B),
            Map.entry("CRLF", (POD_A + "---\n" + POD_B).replace("\n", "\r\n")),
            Map.entry("CR", (POD_A + "---\n" + POD_B).replace("\n", "\r")),
            Map.entry("joined files with byte order marks", POD_A + "\ufeff---\n" + POD_B),
            Map.entry("end markers", POD_A + "...\n---\n" + POD_B + "...\n"),
            Map.entry("directives", "%YAML 1.1\n---\n" + POD_A + "...\n%YAML 1.1\n---\n" + POD_B),
            Map.entry("no last line end", POD_A + "---\n" + POD_B.stripTrailing()),
            Map.entry(
                "JSON lines",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}\n"
                    + "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"b\"}}\n"),
            Map.entry(
                "JSON objects with braces in strings",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\n"
                    + "\"annotations\":{\"x\":\"\\\"}{\\\\\"}}}\n\n"
                    + "{\n"
                    + "\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"b\"}\n"
                    + "}\n"),
            Map.entry(
                "JSON beside YAML",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}\n---\n"
                    + POD_B),
            Map.entry(
                "a list",
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name:"
                    + " a}}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n"),
            Map.entry(
                "a server's list",
                "apiVersion: v1\nkind: PodList\nitems: [{metadata: {name: a}}, {metadata: {name:"
                    + " b}}]\n"),
            Map.entry(
                "lists in lists",
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: PodList\n  items:"
                    + " [{metadata: {name: a}}, {metadata: {name: b}}]\n"));
    return texts.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Manifests manifests = read(entry.getValue());
                      assertThat(manifests.unreadable()).isEmpty();
                      assertThat(names(manifests)).containsExactly("a", "b");
                    }));
  }

  /** A document that cannot be read hides nothing but itself, and is told with its line. */
  @TestFactory
  Stream<DynamicTest> brokenDocuments() {
    return Map.of(
            "a template", "kind: {{ .Values.kind }}\n",
            "a template's condition", "{{- if .Values.on }}\nkind: Pod\n{{- end }}\n",
            "a tab", "kind:\n\tb: c\n",
            "a list of objects", "- {apiVersion: v1, kind: Pod}\n",
            "no kind", "apiVersion: v1\nmetadata: {}\n",
            "neither kind nor version", "metadata: {name: a}\nspec: {}\n",
            "a key twice", "kind: Pod\nkind: Pod\n",
            "an alias in itself", "apiVersion: v1\na: &a [*a]\n",
            "a control character", "kind: \u0001\n",
            "an open quote", "kind: \"b\n")
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Manifests manifests =
                          read(POD_A + "---\n" + entry.getValue() + "---\n" + POD_B);
                      assertThat(names(manifests)).containsExactly("a", "b");
                      assertThat(lines(manifests)).isNotEmpty().allMatch(n -> n >= 4 && n <= 8);
                    }));
  }

  /** Values of charts, patches, workflows and the like are no objects, and were not meant to be. */
  @TestFactory
  Stream<DynamicTest> noObjects() {
    return Map.ofEntries(
            Map.entry("values", "image: {tag: 1}\nkind: Deployment\n"),
            Map.entry("a chart", "apiVersion: v2\nname: a\nversion: 1.0.0\n"),
            Map.entry("a kustomization", "resources: [a.yaml]\n"),
            Map.entry("a patch", "- {op: replace, path: /spec, value: 1}\n"),
            Map.entry("a workflow", "on: [push]\njobs: {}\n"),
            Map.entry("a word", "hello\n"),
            Map.entry("a key twice", "a: 1\na: 2\n"),
            Map.entry("an alias in itself", "a: &a [*a]\n"),
            Map.entry("a template", "a: {{ .b }}c\n"),
            Map.entry("a control character", "a: \u0001\n"),
            Map.entry("data sources", "apiVersion: 1\ndatasources: []\n"))
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Manifests manifests =
                          read(POD_A + "---\n" + entry.getValue() + "---\n" + POD_B);
                      assertThat(names(manifests)).containsExactly("a", "b");
                      assertThat(manifests.unreadable()).isEmpty();
                      assertThat(manifests.notObjects()).isEqualTo(1);
                      assertThat(manifests.withoutObjects()).isEmpty();
                      assertThat(read(entry.getValue()).withoutObjects()).hasSize(1);
                    }));
  }

  @Test
  void templatesAreNamed() {
    assertThat(read("kind: {{ .b }}c\n").unreadable().getFirst().notes().toString())
        .contains("helm template");
  }

  @Test
  void whatHasNoSayIsCounted() {
    Manifests manifests =
        read(
            "{apiVersion: v1, kind: ConfigMap}\n---\n{apiVersion: v1, kind: ConfigMap}\n---\n"
                + "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: c}}\n");
    assertThat(manifests.skippedKinds()).containsExactly(Map.entry("ConfigMap", 2));
    assertThat(manifests.unmodelled()).extracting(UnmodelledPolicy::name).containsExactly("c");
  }

  /** An error mark of a long text stands where the fault is, characters of two units or not. */
  @Test
  void placesCountCharacters() {
    for (String filler : List.of("a", "é", "😀", "\u2028")) {
      Manifests manifests = read("x: \"" + filler.repeat(3000) + "\"\nkind: [\n");
      assertThat(manifests.unreadable()).hasSize(1);
      Place.At place = (Place.At) manifests.unreadable().getFirst().place();
      assertThat(place.span().line()).isBetween(2, 3);
    }
  }

  /** Ten million characters in one token take a second or two where the time is linear. */
  @TestFactory
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  Stream<DynamicTest> longTokens() {
    String head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    String a = "a".repeat(LONG);
    return Map.of(
            "plain", head + "x: " + a + "\n",
            "quoted", head + "x: \"" + a + "\"\n",
            "single quoted", head + "x: '" + a + "'\n",
            "block", head + "x: |\n  " + a + "\n",
            "digits", head + "x: " + "1".repeat(LONG) + "\n",
            "comment", head + "# " + a + "\n",
            "JSON", "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"x\":\"" + a + "\"}",
            "two units each", head + "x: \"" + "😀".repeat(LONG / 4) + "\"\n")
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Manifests manifests = read(entry.getValue());
                      assertThat(manifests.unreadable()).isEmpty();
                      assertThat(manifests.skippedKinds()).containsKey("ConfigMap");
                    }));
  }
}
