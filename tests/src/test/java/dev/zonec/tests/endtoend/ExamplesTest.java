package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.example;
import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the examples like a user. */
final class ExamplesTest {
  @TempDir private Path dir;

  private static String zones(String name) {
    return example(name + "/zones");
  }

  private static String manifests(String name) {
    return example(name + "/k8s");
  }

  /** Runs a command with the shop's manifests and further arguments. */
  private static Run boutique(String command, String about, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(command, about, "-m", manifests("online-boutique")));
    for (String path : more) {
      arguments.addAll(List.of("-m", path));
    }
    return zonec(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"online-boutique", "bank"})
  void thePlanIsProved(String name) {
    Run run = zonec("verify", zones(name), "-m", manifests(name));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("plan: ")
        .contains("no undeclared connection: proved")
        .contains("no blocked flow: proved")
        .contains("no undeclared path: proved")
        .containsPattern("\\d+ assertions: \\d+ proved(, \\d+ proved with waivers)? ·");
  }

  @Test
  void everyValueOfTheBanksParametersIsProved() throws IOException {
    String out = dir.resolve("out").toString();
    assertThat(zonec("compile", zones("bank"), "-m", manifests("bank"), "-o", out).exit()).isZero();
    Run all = zonec("verify", zones("bank"), "-m", manifests("bank"), "-m", out);
    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(all.out())
        .containsSubsequence("env=prod:", "as written: 24 generated", "env=cert:", "plan: 25");
    // The written policies are for production, and the two differ.
    Run cert = zonec("verify", zones("bank"), "-m", manifests("bank"), "-m", out, "-p", "env=cert");
    assertThat(cert.exit()).isEqualTo(1);
    assertThat(cert.err()).contains("ZC0502").contains("never bank -> card");
    Run values =
        zonec(
            "verify",
            zones("bank"),
            "-m",
            manifests("bank"),
            "--params",
            example("bank/cert.yaml"));
    assertThat(values.exit()).as(values.err()).isZero();
    assertThat(values.out()).contains("plan: 25").doesNotContain("env=prod");
  }

  @Test
  void thePlatformsProgramIsIndependent() {
    Run run = zonec("verify", example("bank/platform/zones"), "-m", example("bank/platform/k8s"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("plan: 2 compiled");
  }

  @ParameterizedTest
  @CsvSource({
    "online-boutique/zones, online-boutique/k8s",
    "bank/zones, bank/k8s",
    "bank/platform/zones, bank/platform/k8s"
  })
  void lintFindsNothing(String zones, String manifests) {
    Run run = zonec("lint", example(zones), "-m", example(manifests));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void theBanksWaiverIsReported() {
    Run run = zonec("verify", zones("bank"), "-m", manifests("bank"), "--as-of", "2026-11-23");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("ZC2009").doesNotContain("error");
    assertThat(run.out())
        .contains(" proved, 1 proved with waivers · open world · as of 2026-11-23")
        .contains("waived: layered for bastion -> {ledger, cache} : tcp/9990, approved by @ciso")
        .doesNotContain("share no pod");
    Run later = zonec("verify", zones("bank"), "-m", manifests("bank"), "--as-of", "2031-01-01");
    assertThat(later.exit()).isEqualTo(3);
    Run dropped =
        zonec(
            "verify",
            zones("bank"),
            "-m",
            manifests("bank"),
            "--as-of",
            "2031-01-01",
            "--expired",
            "drop");
    assertThat(dropped.exit()).isEqualTo(1);
    assertThat(dropped.err())
        .contains("warning[ZC2007]")
        .contains("error[ZC0530]: a connection skips from tier `edge` to tier `data`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"online-boutique", "bank"})
  void writtenPoliciesAreProvedAndNotRewritten(String name) throws IOException {
    String out = dir.resolve("out").toString();
    assertThat(zonec("compile", zones(name), "-m", manifests(name), "-o", out).exit()).isZero();
    Map<Path, FileTime> before = times();
    assertThat(zonec("compile", zones(name), "-m", manifests(name), "-o", out).exit()).isZero();
    assertThat(times()).isEqualTo(before);
    assertThat(zonec("compile", zones(name), "-m", manifests(name), "-o", out, "--check").exit())
        .isZero();
    Run run = zonec("verify", zones(name), "-m", manifests(name), "-m", out);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("as written: ");
  }

  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    assertThat(times).isNotEmpty();
    return times;
  }

  @Test
  void anAdminPolicyDeniesTheLeak() {
    Run run =
        boutique(
            "verify",
            zones("online-boutique"),
            compiledBoutique(),
            example("online-boutique/leaky"),
            example("online-boutique/wall"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("1 cluster-scoped")
        .containsPattern("(\\d+) assertions: \\1 proved");
  }

  @Test
  void anAdminPolicyCanLeak() throws IOException {
    Path open = dir.resolve("open.yaml");
    Files.writeString(
        open,
        """
        apiVersion: policy.networking.k8s.io/v1alpha2
        kind: ClusterNetworkPolicy
        metadata: {name: open}
        spec:
          tier: Admin
          priority: 10
          subject: {pods: {podSelector: {matchLabels: {app: redis-cart}}}}
          egress:
            - action: Accept
              to:
                - networks: [1.0.0.0/8]
        """);
    Run run = boutique("verify", zones("online-boutique"), compiledBoutique(), open.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("lateral path exists: redis ~> internet")
        .contains(
            "egress   ClusterNetworkPolicy open   " + open + ":9   `accept egress: 1.0.0.0/8");
  }

  private String compiledBoutique() {
    String out = dir.resolve("out").toString();
    assertThat(
            zonec(
                    "compile",
                    zones("online-boutique"),
                    "-m",
                    manifests("online-boutique"),
                    "-o",
                    out)
                .exit())
        .isZero();
    return out;
  }

  @Test
  void anOutdatedFolderIsReported() throws IOException {
    String out = compiledBoutique();
    Path policy = Path.of(out, "shop", "shop-boutique-redis.yaml");
    Files.writeString(policy, Files.readString(policy).replace("6379", "6380"));
    Run run =
        zonec(
            "compile",
            zones("online-boutique"),
            "-m",
            manifests("online-boutique"),
            "-o",
            out,
            "--check");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("ZC0411").contains("shop-boutique-redis.yaml");
  }

  @Test
  void theLeakIsReportedWithItsLine() {
    Run run =
        boutique(
            "verify",
            zones("online-boutique"),
            compiledBoutique(),
            example("online-boutique/leaky"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("error[ZC0501]: lateral path exists: redis ~> internet")
        .contains("shop/redis-cart (Deployment) -> 1.1.1.1 on tcp/443")
        .contains("np-redis.yaml:16")
        .contains("`egress: - {}`");
  }

  @Test
  void withoutPoliciesClaimsFail() {
    Run run =
        zonec(
            "verify", zones("online-boutique"), "-m", manifests("online-boutique"), "--as-written");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("no undeclared connection: failed");
  }

  @Test
  void withoutTimeNothingIsProved() {
    Run run =
        zonec(
            "verify",
            zones("online-boutique"),
            "-m",
            manifests("online-boutique"),
            "--timeout",
            "0");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).doesNotContain(": proved").contains("inconclusive");
  }

  @Test
  void queriesShowThePathThroughCart() {
    String out = compiledBoutique();
    Run run =
        zonec(
            "query",
            "web ~> redis",
            zones("online-boutique"),
            "-m",
            manifests("online-boutique"),
            "-m",
            out);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("in 2 hops")
        .contains("shop/frontend (Deployment) -> shop/cartservice (Deployment) : tcp/7070")
        .contains("shop/cartservice (Deployment) -> shop/redis-cart (Deployment) : tcp/6379");
  }

  @Test
  void queriesWorkOnManifestsAlone() {
    String out = compiledBoutique();
    Run run =
        zonec(
            "query",
            "* -> shop/redis-cart : tcp/6379",
            "-m",
            manifests("online-boutique"),
            "-m",
            out,
            "-f",
            "json");
    JsonNode answer = new JsonMapper().readTree(run.out());
    assertThat(answer.get("connections")).hasSize(1);
    assertThat(answer.get("connections").get(0).get("src").asString())
        .isEqualTo("shop/cartservice (Deployment)");
    assertThat(answer.get("connections").get(0).get("ports").toString())
        .isEqualTo("{\"TCP\":[[6379,6379]]}");
  }

  @Test
  void unknownEndsAreUsageErrors() {
    Run run = zonec("query", "wbe -> redis", zones("online-boutique"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("ZC0520").contains("did you mean `web`?");
  }

  @Test
  void aQuestionNeedsManifests() {
    Run run = zonec("query", "web -> redis", zones("online-boutique"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("pass some with -m PATH");
  }

  @Test
  void deniedConnectionsAreExplainedWithAChange() {
    String leak = "shop/redis-cart -> 1.1.1.1 : tcp/443";
    Run run = boutique("why", leak, example("online-boutique/leaky"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("allowed: shop/redis-cart (Deployment) -> internet (1.1.1.1) : tcp/443")
        .contains("leaky/np-redis.yaml:16");
    Run walled =
        boutique("why", leak, example("online-boutique/leaky"), example("online-boutique/wall"));
    assertThat(walled.exit()).as(walled.err()).isZero();
    assertThat(walled.out())
        .startsWith("denied: ")
        .contains("denied by AdminNetworkPolicy")
        .contains("the smallest change that would allow tcp/443, tried:")
        .contains("- action: Allow");
  }

  @Test
  void exposureListsPodsThatAreNotDeployed() {
    Run run = boutique("query", "exposure", example("online-boutique/leaky"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("*/*\n")
        .contains("  egress   anyone : any\n")
        .contains("  ingress  anyone : any\n");
  }
}
