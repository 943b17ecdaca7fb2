package dev.zonec.verifier.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The conformance seeds: from YAML text through the reader to a verdict. */
final class SeedsTest {
  private static final Path SEEDS =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "semantics", "seeds");

  private static final int SEED_COUNT = 89;

  private record Seed(int number, Path file, Map<String, Object> content) {
    List<Map<String, Object>> list(String key) {
      return maps(content.get(key));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  private static List<Seed> seeds() throws IOException {
    try (Stream<Path> files = Files.list(SEEDS)) {
      List<Seed> seeds = new ArrayList<>();
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\.yaml"))
              .sorted()
              .toList()) {
        Map<String, Object> content = new Yaml().load(Files.readString(file));
        int number = (Integer) content.get("seed");
        seeds.add(new Seed(number, file, content));
      }
      return seeds;
    }
  }

  @Test
  void everySeedIsThere() throws IOException {
    assertThat(seeds().stream().map(Seed::number))
        .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1).limit(SEED_COUNT).toList());
  }

  /** A part of a seed that is run. */
  private interface Part {
    void run(Seed seed) throws IOException;
  }

  private static final Set<Integer> RUN = new TreeSet<>();
  private static final Set<Integer> UNEQUAL = new TreeSet<>();

  private static void counted(Seed seed, Part part) throws IOException {
    RUN.add(seed.number());
    try {
      part.run(seed);
    } catch (IOException | RuntimeException | Error e) {
      UNEQUAL.add(seed.number());
      throw e;
    }
  }

  @AfterAll
  static void summary() {
    System.out.printf("%-14s %6s %6s %8s%n", "corpus", "cases", "equal", "skipped");
    System.out.printf(
        "%-14s %6d %6d %8d%n",
        "seeds", RUN.size(), RUN.size() - UNEQUAL.size(), SEED_COUNT - RUN.size());
  }

  @TestFactory
  Stream<DynamicTest> flows() throws IOException {
    return seeds().stream()
        .filter(seed -> !seed.list("flows").isEmpty())
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    seed.file().getFileName().toString(), () -> counted(seed, SeedsTest::flows)));
  }

  private static void flows(Seed seed) throws IOException {
    boolean strictlyInvalid = "invalid".equals(seed.content().get("strict"));
    if (strictlyInvalid) {
      assertThat(read(seed, CidrForm.CANONICAL).problems()).isNotEmpty();
    }
    WorldReading reading = read(seed, strictlyInvalid ? CidrForm.LENIENT : CidrForm.CANONICAL);
    assertThat(reading.problems()).isEmpty();
    World world = reading.world();
    List<Map<String, Object>> base = base(seed);
    for (Map<String, Object> flow : seed.list("flows")) {
      boolean may = decide(flow, world, base, Reading.MAY);
      boolean must = decide(flow, world, base, Reading.MUST);
      String verdict = !may ? "deny" : must ? "allow" : "undefined";
      assertThat(verdict)
          .as("%s %s", seed.file().getFileName(), flow)
          .isEqualTo(flow.get("verdict"));
      assertThat(may || !must).as("whatever MUST allows, MAY allows: %s", flow).isTrue();
    }
  }

  private static boolean decide(
      Map<String, Object> flow, World world, List<Map<String, Object>> base, Reading reading) {
    Semantics semantics = new Semantics(world, reading, Cluster.UNDECLARED);
    String to = (String) flow.get("to");
    Endpoint source = endpoint((String) flow.get("from"), world, base);
    Endpoint destination = endpoint(to.replace("service:", ""), world, base);
    Transport transport = transport((String) flow.get("port"));
    boolean any = false;
    boolean all = true;
    for (Family family : families(source, destination)) {
      Connection connection = new Connection(source, destination, family, transport);
      boolean allowed =
          to.startsWith("service:") && source.equals(destination)
              ? semantics.decideThroughService(connection).isAllowed()
              : semantics.decide(connection).isAllowed();
      any |= allowed;
      all &= allowed;
    }
    return reading.permissive() ? any : all;
  }

  private static List<Family> families(Endpoint source, Endpoint destination) {
    for (Endpoint end : List.of(source, destination)) {
      if (end instanceof Endpoint.External external) {
        return List.of(external.address().family());
      }
      if (end instanceof Endpoint.Node node) {
        return node.addresses().stream().map(IpAddress::family).distinct().toList();
      }
    }
    return List.of(Family.values());
  }

  private static Transport transport(String port) {
    int slash = port.indexOf('/');
    return slash < 0
        ? new Transport.Portless(port)
        : new Transport.Ported(
            Protocol.valueOf(port.substring(0, slash)),
            Integer.parseInt(port.substring(slash + 1)));
  }

  private static Endpoint endpoint(String name, World world, List<Map<String, Object>> base) {
    if (name.startsWith("node:")) {
      return world.nodes().stream()
          .filter(node -> node.name().equals(name.substring(5)))
          .findFirst()
          .orElseThrow();
    }
    if (name.indexOf('/') < 0) {
      return new Endpoint.External(IpAddress.of(name));
    }
    // A pod that has ended is in no world; its address is anybody's.
    return world.workloads().stream()
        .filter(w -> (w.pod().namespace().name() + "/" + w.name()).equals(name))
        .<Endpoint>map(w -> w.pod())
        .findFirst()
        .orElseGet(() -> new Endpoint.External(IpAddress.of(podIp(name, base))));
  }

  @SuppressWarnings("unchecked")
  private static String podIp(String name, List<Map<String, Object>> base) {
    for (Map<String, Object> object : base) {
      if (key(object).equals("Pod/" + name)) {
        return (String) ((Map<String, Object>) object.get("status")).get("podIP");
      }
    }
    throw new AssertionError("no pod " + name);
  }

  /** The base world's objects, those that the seed replaces left out, and the seed's own. */
  private static List<Map<String, Object>> base(Seed seed) throws IOException {
    Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    for (Object object : new Yaml().loadAll(Files.readString(SEEDS.resolve("world.yaml")))) {
      Map<String, Object> map = maps(List.of(object)).getFirst();
      objects.put(key(map), map);
    }
    seed.list("manifests").forEach(object -> objects.put(key(object), object));
    return List.copyOf(objects.values());
  }

  @SuppressWarnings("unchecked")
  private static String key(Map<String, Object> object) {
    Map<String, Object> metadata = (Map<String, Object>) object.get("metadata");
    Object namespace = metadata.get("namespace");
    return object.get("kind")
        + "/"
        + (namespace == null ? "" : namespace + "/")
        + metadata.get("name");
  }

  private static WorldReading read(Seed seed, CidrForm form) throws IOException {
    List<Map<String, Object>> objects = new ArrayList<>(base(seed));
    objects.addAll(seed.list("policies"));
    return read(objects, form);
  }

  private static List<Integer> stretch(Diagnostic problem) {
    return stretch(((Place.At) problem.place()).span());
  }

  private static List<Integer> stretch(Span span) {
    return List.of(span.start(), span.end());
  }

  /** The field of the object's text that {@code path} leads to, or the last that is there. */
  private static List<Integer> stretch(List<Map<String, Object>> object, String path) {
    List<Object> steps = new ArrayList<>();
    for (String step : path.split("[.\\[]")) {
      steps.add(step.endsWith("]") ? Integer.valueOf(step.replace("]", "")) : step);
    }
    Document document = manifests(object).objects().getFirst().document();
    return stretch(document.span(steps));
  }

  private static WorldReading read(List<Map<String, Object>> objects, CidrForm form) {
    Manifests manifests = manifests(objects);
    WorldReading reading = new WorldReader(WorldReader.DEFAULT_NAMESPACE, form).read(manifests);
    List<Diagnostic> problems = new ArrayList<>(manifests.unreadable());
    problems.addAll(reading.problems());
    return new WorldReading(
        reading.world(), problems, reading.guesses(), reading.warnings(), reading.hidden());
  }

  private static Manifests manifests(List<Map<String, Object>> objects) {
    // JSON is YAML, and quotes every string.
    JsonMapper json = new JsonMapper();
    String text =
        objects.stream().map(json::writeValueAsString).collect(Collectors.joining("\n---\n"));
    return ManifestReader.read(List.of(new SourceText("seed.yaml", text)));
  }

  @TestFactory
  Stream<DynamicTest> rejected() throws IOException {
    return seeds().stream()
        .filter(seed -> !seed.list("rejected").isEmpty())
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    seed.file().getFileName().toString(),
                    () -> counted(seed, SeedsTest::rejected)));
  }

  private static void rejected(Seed seed) {
    for (Map<String, Object> entry : seed.list("rejected")) {
      List<Map<String, Object>> policy = maps(List.of(entry.get("policy")));
      WorldReading reading = read(policy, CidrForm.CANONICAL);
      assertThat(reading.world().policies()).as("%s", entry).isEmpty();
      assertThat(reading.world().clusterPolicies()).as("%s", entry).isEmpty();
      assertThat(reading.problems())
          .as("%s", entry)
          .allSatisfy(p -> assertThat(p.code()).hasToString((String) entry.get("code")))
          .isNotEmpty()
          .allSatisfy(
              p -> assertThat(stretch(p)).isEqualTo(stretch(policy, (String) entry.get("at"))));
    }
    for (Map<String, Object> policy : seed.list("accepted")) {
      WorldReading reading = read(List.of(policy), CidrForm.CANONICAL);
      assertThat(reading.problems()).as("%s", policy).isEmpty();
      World world = reading.world();
      assertThat(world.policies().size() + world.clusterPolicies().size())
          .as("%s", policy)
          .isEqualTo(1);
    }
  }
}
