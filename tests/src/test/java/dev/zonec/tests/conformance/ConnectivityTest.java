package dev.zonec.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.report.ConnectionsData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares every connection with the connections that a third-party corpus lists, if the corpus is
 * present.
 */
final class ConnectivityTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("zonec.shared", ""), "corpus", "connectivity");

  /** The answers of the corpus to the points that the API leaves open. */
  private static final Reading READING =
      Reading.MAY.with(Knob.IPBLOCK_MATCHES_PODS, "no").with(Knob.HOST_NETWORK, "pod");

  /** The corpus has only IPv4 addresses, and none of them belongs to a node. */
  private static final Cluster CLUSTER =
      new Cluster(List.of(), List.of(), List.of(Cidr.of("fd00::/64")));

  private static int found;
  private static int cases;
  private static int equal;

  @TestFactory
  Stream<DynamicTest> connections() throws IOException {
    assumeTrue(
        Files.isDirectory(CORPUS),
        "the conformance corpus is not there; set -Dzonec.shared to the folder that holds it");
    try (Stream<Path> folders = Files.list(CORPUS)) {
      List<DynamicTest> tests =
          folders
              .filter(Files::isDirectory)
              .sorted()
              .map(
                  each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each)))
              .toList();
      found = tests.size();
      return tests.stream();
    }
  }

  private static void check(Path folder) throws IOException {
    ExpectedConnections expected = ExpectedConnections.read(folder.resolve("expected.json"));
    ExpectedConnections listed = find(folder.resolve("manifests"));
    cases++;
    assertThat(listed.refined(expected)).isEqualTo(expected.refined(listed));
    assertThat(listed.entering()).isEqualTo(expected.entering());
    equal++;
  }

  private static ExpectedConnections find(Path manifests) {
    World world =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.LENIENT, MetadataForm.ANY)
            .read(
                ManifestReader.read(
                    ManifestFiles.collect(
                            InputPath.of(List.of(manifests.toString())),
                            InputStream.nullInputStream())
                        .texts()))
            .world();
    ConnectionTable table = new ConnectionListing(world, CLUSTER, READING).table();
    JsonMapper json = new JsonMapper();
    return ExpectedConnections.of(
        json.readTree(json.writeValueAsString(ConnectionsData.of(table))));
  }

  @AfterAll
  static void summary() {
    System.out.printf("%-14s %6s %6s %8s%n", "corpus", "cases", "equal", "skipped");
    System.out.printf("%-14s %6d %6d %8d%n", "connectivity", cases, equal, found - cases);
  }
}
