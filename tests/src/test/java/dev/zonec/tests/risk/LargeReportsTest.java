package dev.zonec.tests.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand vulnerabilities are read in seconds, and the answer fits on one screen. */
final class LargeReportsTest {
  private static final int IMAGES = 50;
  private static final int EACH = 200;

  @TempDir private Path folder;

  @Test
  void theFirstScreenIsShort() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    StringBuilder manifests = new StringBuilder();
    for (int image = 0; image < IMAGES; image++) {
      manifests.append(workload(image));
      Files.writeString(reports.resolve("r" + image + ".json"), report(image));
    }
    Path k8s = Files.writeString(folder.resolve("k8s.yaml"), manifests.toString());
    Duration before = processorTime();
    Run run = Run.zonec("risk", reports.toString(), "-m", k8s.toString(), "-q", "--timeout", "300");
    Duration taken = processorTime().minus(before);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("10,000 vulnerabilities in 50 reports: 50 vulnerable workloads");
    assertThat(run.out().lines().mapToInt(LargeReportsTest::rows).sum()).isLessThanOrEqualTo(40);
    assertThat(taken).isLessThan(Duration.ofSeconds(30));
    Run all =
        Run.zonec(
            "risk", reports.toString(), "-m", k8s.toString(), "-q", "--all", "--timeout", "300");
    for (int image = 0; image < IMAGES; image++) {
      assertThat(all.out()).contains("shop/w" + image + " (Deployment)");
    }
    assertThat(all.out().lines().filter(line -> line.contains("CVE-2026-"))).hasSize(10_000);
  }

  /** The processor time of the process does not depend on other processes. */
  private static Duration processorTime() {
    return Duration.ofNanos(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
  }

  /** Returns the number of rows that a line takes in a terminal of 100 columns. */
  private static int rows(String line) {
    return Math.max(1, (line.length() + 91) / 92);
  }

  private static String workload(int number) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: wNNN, namespace: shop}
    spec:
      selector: {matchLabels: {app: wNNN}}
      template:
        metadata: {labels: {app: wNNN}}
        spec:
          containers:
          - {name: main, image: "registry.example/shop/wNNN:1"}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: wNNN, namespace: shop}
    spec:
      type: LoadBalancer
      selector: {app: wNNN}
      ports: [{port: 443, targetPort: 8443}]
    ---
    """
        .replace("NNN", String.valueOf(number));
  }

  private static String report(int image) {
    StringBuilder text = new StringBuilder();
    text.append("{\"SchemaVersion\": 2, \"ArtifactName\": \"registry.example/shop/w")
        .append(image)
        .append(":1\", \"ArtifactType\": \"container_image\", \"Results\": [{\"Target\": \"x\",")
        .append(" \"Vulnerabilities\": [\n");
    for (int v = 0; v < EACH; v++) {
      text.append(v == 0 ? "" : ",\n")
          .append("{\"VulnerabilityID\": \"CVE-2026-")
          .append(10_000 + image * EACH + v)
          .append("\", \"PkgName\": \"p")
          .append(v)
          .append("\", \"InstalledVersion\": \"1\", \"Description\": \"")
          .append("text ".repeat(100))
          .append("\", \"Severity\": \"")
          .append(v % 50 == 0 ? "CRITICAL" : v % 5 == 0 ? "HIGH" : "LOW")
          .append("\"}");
    }
    return text.append("]}]}").toString();
  }
}
