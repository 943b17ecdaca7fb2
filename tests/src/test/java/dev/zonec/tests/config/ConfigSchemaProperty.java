package dev.zonec.tests.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonec.application.config.ConfigRequest;
import dev.zonec.application.config.Configuration;
import dev.zonec.application.config.Settings;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of {@code zonec.yaml} accepts a file if and only if the reader does. Files are written
 * as JSON, which is YAML, so that both read the same values.
 */
final class ConfigSchemaProperty {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FILE = Run.ROOT.resolve("spec/schema/zonec.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(read(FILE), InputFormat.JSON);

  @Property(tries = 400)
  void theSchemaAcceptsWhatTheReaderAccepts(@ForAll("files") Map<String, Object> file)
      throws IOException {
    String text = JSON.writeValueAsString(file);
    List<String> ofReader =
        settings(text).problems().stream().map(each -> each.code() + " " + each.message()).toList();
    boolean accepted = ofReader.isEmpty();
    Statistics.label("accepted").collect(accepted);
    assertThat(SCHEMA.validate(text, InputFormat.JSON).isEmpty())
        .as("%s: the reader reports %s", text, ofReader)
        .isEqualTo(accepted);
  }

  @Example
  void anEmptyFileIsAccepted() throws IOException {
    assertThat(settings("").problems()).isEmpty();
    assertThat(settings("null").problems()).isEmpty();
    assertThat(SCHEMA.validate("null", InputFormat.JSON)).isEmpty();
  }

  @Example
  void theSchemaKnowsEveryKnobAndItsAnswers() {
    JsonNode assume = JSON.readTree(read(FILE)).at("/$defs/keys/assume/properties");
    TreeMap<String, List<String>> known = new TreeMap<>();
    assume
        .properties()
        .forEach(
            knob -> {
              List<String> answers = new ArrayList<>();
              knob.getValue().get("enum").forEach(answer -> answers.add(answer.asString()));
              known.put(knob.getKey(), answers);
            });
    TreeMap<String, List<String>> knobs = new TreeMap<>();
    for (Knob knob : Knob.values()) {
      knobs.put(knob.word(), knob.answers());
    }
    assertThat(known).isEqualTo(knobs);
  }

  @Example
  void theGuideDescribesEveryKey() {
    JsonNode keys = JSON.readTree(read(FILE)).at("/properties");
    String guide = read(Run.ROOT.resolve("docs/guide/4-configuration.md"));
    TreeSet<String> missing = new TreeSet<>(keys.propertyNames());
    missing.removeIf(key -> guide.contains("| `" + key + "` |"));
    assertThat(missing).isEmpty();
  }

  @Provide
  Arbitrary<Map<String, Object>> files() {
    Arbitrary<Object> environments =
        Arbitraries.maps(Arbitraries.of("prod", "cert"), orNull(section()))
            .ofMaxSize(2)
            .map(each -> each);
    return Combinators.combine(section(), mostly(environments).optional(0.5))
        .as(
            (section, more) -> {
              Map<String, Object> file = new TreeMap<>(section);
              more.ifPresent(each -> file.put("environments", each));
              return file;
            });
  }

  private static Arbitrary<Map<String, Object>> section() {
    List<Arbitrary<Map.Entry<String, Object>>> entries = new ArrayList<>();
    Map.ofEntries(
            Map.entry("program", texts()),
            Map.entry("manifests", oneOrMore(manifest())),
            Map.entry("output", text()),
            Map.entry("params", params()),
            Map.entry("assume", assume()),
            Map.entry("default-namespace", Arbitraries.<Object>of("shop", "a-b", "Shop", "-a")),
            Map.entry("ignore", texts()),
            Map.entry("allow-outside", Arbitraries.<Object>of(true, false, "true")),
            Map.entry("fail-on", Arbitraries.<Object>of("error", "warning", "note", true)),
            Map.entry(
                "diff-fail-on",
                oneOrMore(Arbitraries.<Object>of("more-permissive", "path", "any", "all", true))),
            Map.entry("format", Arbitraries.<Object>of("text", "sarif", "gitlab", "csv", true)),
            Map.entry("timeout", Arbitraries.<Object>of(0, 60, 600, -1, "60", 1.5)),
            Map.entry("cache", text()),
            Map.entry("defaultNamespace", text()),
            Map.entry("baseline", text()))
        .forEach((key, values) -> entries.add(mostly(values).map(value -> Map.entry(key, value))));
    return Arbitraries.oneOf(entries)
        .list()
        .ofMaxSize(3)
        .map(
            chosen -> {
              Map<String, Object> section = new TreeMap<>();
              chosen.forEach(each -> section.put(each.getKey(), each.getValue()));
              return section;
            });
  }

  private static Arbitrary<Object> text() {
    return Arbitraries.of("zones", "k8s/base", "a b", " ", "");
  }

  private static Arbitrary<Object> texts() {
    return oneOrMore(text());
  }

  private static Arbitrary<Object> oneOrMore(Arbitrary<Object> item) {
    return Arbitraries.oneOf(item, item.list().ofMaxSize(2).map(each -> (Object) each));
  }

  private static Arbitrary<Object> manifest() {
    Arbitrary<Object> command =
        Arbitraries.maps(
                Arbitraries.of("helm", "kustomize", "release", "namespace", "values", "args"),
                Arbitraries.oneOf(text(), texts()))
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(each -> each);
    return Arbitraries.oneOf(text(), command);
  }

  private static Arbitrary<Object> params() {
    Arbitrary<Object> value = Arbitraries.of("web", 8080, true, 1.5, "", List.of("10.0.0.0/8", 1));
    return Arbitraries.maps(Arbitraries.of("env", "port"), mostly(value))
        .ofMaxSize(2)
        .map(each -> each);
  }

  private static Arbitrary<Object> assume() {
    return Arbitraries.maps(
            Arbitraries.of("icmp", "host-network", "icpm"),
            Arbitraries.<Object>of("yes", "no", "node", "maybe", true))
        .ofMaxSize(2)
        .map(each -> each);
  }

  private static Arbitrary<Object> mostly(Arbitrary<Object> values) {
    Arbitrary<Object> others =
        Arbitraries.of(
            1, true, "x", List.of(), List.of(1), Map.of(), Map.of("a", "b"), List.of(List.of("a")));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, values), net.jqwik.api.Tuple.of(1, others));
  }

  private static Arbitrary<Object> orNull(Arbitrary<Map<String, Object>> values) {
    return values.map(each -> (Object) each).injectNull(0.2);
  }

  private static Settings settings(String text) throws IOException {
    Path folder = Files.createTempDirectory("zonec-config");
    Path file = Files.writeString(folder.resolve("zonec.yaml"), text);
    try {
      return Configuration.read(
          new ConfigRequest(new ConfigRequest.Origin.Named(file), Optional.empty(), false));
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
