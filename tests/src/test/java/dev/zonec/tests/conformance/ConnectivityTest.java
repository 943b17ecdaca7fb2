package dev.zonec.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.manifest.ManifestFiles;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.policy.CidrForm;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.report.ConnectionsData;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.WorldReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Every connection of the conformance corpus, where it is there. */
final class ConnectivityTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("zonec.shared", ""), "corpus", "connectivity");

  /** How the corpus reads what the API leaves open. */
  private static final Reading READING =
      Reading.MAY
          .with(Knob.IPBLOCK_MATCHES_PODS, "no")
          .with(Knob.HOST_NETWORK, "pod")
          .with(Knob.SIDECAR_NAMED_PORTS, "yes");

  private static final SortedMap<String, List<String>> OUTCOMES = new TreeMap<>();

  @TestFactory
  Stream<DynamicTest> connections() throws IOException {
    assumeTrue(
        Files.isDirectory(CORPUS),
        "the conformance corpus is not there; set -Dzonec.shared to the folder that holds it");
    try (Stream<Path> cases = Files.list(CORPUS)) {
      return cases
          .filter(Files::isDirectory)
          .sorted()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each)))
          .toList()
          .stream();
    }
  }

  private static void check(Path folder) throws IOException {
    ExpectedConnections expected = ExpectedConnections.read(folder.resolve("expected.json"));
    ExpectedConnections found = find(folder.resolve("manifests"));
    SortedMap<String, String> rows = found.refined(expected);
    boolean equal = rows.equals(expected.refined(found));
    OUTCOMES
        .computeIfAbsent(equal ? "equal" : "different", outcome -> new ArrayList<>())
        .add(folder.getFileName().toString());
    assertThat(rows).isEqualTo(expected.refined(found));
  }

  private static ExpectedConnections find(Path manifests) {
    World world =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.LENIENT)
            .read(
                ManifestReader.read(
                    ManifestFiles.collect(
                            List.of(manifests.toString()), InputStream.nullInputStream())
                        .texts()))
            .world();
    ConnectionTable table = new ConnectionListing(world, Cluster.UNDECLARED, READING).table();
    JsonMapper json = new JsonMapper();
    return ExpectedConnections.of(
        json.readTree(json.writeValueAsString(ConnectionsData.of(table))));
  }

  @AfterAll
  static void summary() {
    System.out.println(OUTCOMES);
  }
}
