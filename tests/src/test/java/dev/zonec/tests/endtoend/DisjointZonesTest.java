package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests declarations of disjoint zones against manifests. */
final class DisjointZonesTest {
  private static final String PROGRAM =
      """
      module t
      zone web { namespace shop pods app=web }
      zone api { namespace shop pods team=api }
      disjoint web, api
      allow web -> api : tcp/80
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: one
        namespace: shop
        labels: { %s }
      spec:
        containers:
        - name: main
          image: example.org/one
      """;

  @TempDir private Path dir;
  private String zones = "";
  private String manifests = "";

  @BeforeEach
  void write() throws IOException {
    zones = dir.resolve("t.zone").toString();
    manifests = dir.resolve("pod.yaml").toString();
    Files.writeString(Path.of(zones), PROGRAM);
  }

  private void podWith(String labels) throws IOException {
    Files.writeString(Path.of(manifests), POD.formatted(labels));
  }

  @Test
  void aPodInBothStopsCompilation() throws IOException {
    podWith("app: web, team: api");
    Path out = dir.resolve("out");
    Run run = zonec("compile", zones, "-m", manifests, "-o", out.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "error[ZC0531]: shop/one (Pod) is in `web` and `api`, which are declared disjoint")
        .contains("pod.yaml:1");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPodInBothStopsAPlan() throws IOException {
    podWith("app: web, team: api");
    Run run = zonec("verify", zones, "-m", manifests);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("ZC0531");
    assertThat(run.out()).doesNotContain("share no pod");
  }

  /** Replicas are one workload, unless a zone distinguishes them. */
  @Test
  void oneReplicaInBothIsEnough() throws IOException {
    String replica =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          labels: { %s }
          ownerReferences:
          - { apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: "1", controller: true }
        spec:
          containers:
          - name: main
            image: example.org/web
        """;
    Files.writeString(
        Path.of(manifests),
        replica.formatted("web-1", "app: web")
            + "---\n"
            + replica.formatted("web-2", "app: web, team: api"));
    for (String command : new String[] {"compile", "verify"}) {
      Run run = zonec(command, zones, "-m", manifests);
      assertThat(run.exit()).as(command + run.err()).isEqualTo(1);
      assertThat(run.err()).contains("error[ZC0531]");
    }
  }

  @Test
  void podsInOneZoneDoNotAffectTheAssumption() throws IOException {
    podWith("app: web, team: other");
    assertThat(zonec("compile", zones, "-m", manifests).exit()).isZero();
    Run run = zonec("verify", zones, "-m", manifests);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("assuming: web and api share no pod; ");
    assertThat(run.err())
        .startsWith("warning[ZC0536]: no pod of the manifests is in zone `api`")
        .containsOnlyOnce("[ZC");
  }

  @Test
  void theStatementDoesNotChangeThePolicies() throws IOException {
    Run said = zonec("compile", zones);
    Files.writeString(Path.of(zones), PROGRAM.replace("disjoint web, api", ""));
    Run unsaid = zonec("compile", zones);
    assertThat(said.out()).isEqualTo(unsaid.out());
    assertThat(unsaid.err()).contains("ZC0210").contains("`disjoint web, api`");
  }
}
