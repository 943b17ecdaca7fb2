package dev.zonec.tests.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonec.tests.endtoend.LogShipping;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every format of {@code verify}, {@code lint} and {@code compile} is well formed, conforms to its
 * schema, and has every entry.
 */
final class FormatsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path BANK = Run.ROOT.resolve("examples/bank");
  private static final Path SHOP = Run.ROOT.resolve("examples/online-boutique");

  @TempDir private Path folder;

  @Test
  void everyFormatHasEveryEntryOfEveryVerdictCase() throws Exception {
    Set<String> statuses = new TreeSet<>();
    for (Path each : cases()) {
      Formatted formatted = Formatted.of(folder, verify(each));
      JsonNode report = formatted.report();
      for (JsonNode entry : report.get("entries")) {
        statuses.add(entry.get("status").asString());
      }
      formatted.check(report);
    }
    assertThat(statuses).contains("failed", "inconclusive", "warning", "waived", "proved");
  }

  @Test
  void leaksOfTheShop() throws Exception {
    Formatted formatted =
        Formatted.of(
            folder,
            List.of(
                "verify",
                SHOP.resolve("zones").toString(),
                "-m",
                SHOP.resolve("k8s").toString(),
                "-m",
                SHOP.resolve("leaky").toString()));
    assertThat(formatted.run().exit()).isEqualTo(1);
    formatted.check(formatted.report());
    JsonNode run = JSON.readTree(formatted.text("sarif")).get("runs").get(0);
    JsonNode path =
        find(run.get("results"), "ZC0501")
            .get("codeFlows")
            .get(0)
            .get("threadFlows")
            .get(0)
            .get("locations");
    assertThat(path.get(0).get("location").get("physicalLocation").get("region").get("startLine"))
        .hasToString("16");
    assertThat(formatted.text("md"))
        .contains("<details><summary>failed ZC0501")
        .contains("5 more of this cause")
        .contains("np-redis.yaml:16");
    assertThat(formatted.text("github")).startsWith("::error file=");
  }

  /** One policy opens a path into the zone of the card numbers: each format has its three hops. */
  @Test
  void aPathOfThreeHopsIsInTextSarifAndMarkdown() throws Exception {
    Path policy = Files.writeString(folder.resolve("log-shipping.yaml"), LogShipping.POLICY);
    Formatted formatted =
        Formatted.of(
            folder,
            List.of(
                "verify",
                BANK.resolve("zones").toString(),
                "-m",
                BANK.resolve("k8s").toString(),
                "-m",
                policy.toString(),
                "-p",
                "env=prod",
                "--all"));
    assertThat(formatted.run().exit()).isEqualTo(1);
    assertThat(formatted.run().err())
        .contains("violated in 3 hops")
        .contains("log-shipping.yaml:21");
    JsonNode results = JSON.readTree(formatted.text("sarif")).get("runs").get(0).get("results");
    List<String> hops = new ArrayList<>();
    for (JsonNode result : results) {
      for (JsonNode flow : result.path("codeFlows")) {
        for (JsonNode step : flow.get("threadFlows").get(0).get("locations")) {
          hops.add(step.get("location").get("message").get("text").asString());
        }
      }
    }
    assertThat(hops).anyMatch(hop -> hop.startsWith("hop 3 of 3") && hop.contains("log-shipping"));
    assertThat(formatted.text("md")).contains("log-shipping.yaml:21");
    formatted.check(formatted.report());
  }

  /** Names of objects and files cannot break out of any format. */
  @Test
  void hostileTextIsEscaped() throws Exception {
    String label = "x]]>\\n::error::pwned%0A|`<script>alert(1)</script>\\u0000\\u202e";
    Path program =
        Files.writeString(
            folder.resolve("a%,b::c]]>`|<script>.zone"),
            """
            module shop
            zone web { namespace shop pods app=web }
            zone api { namespace shop pods app=api }
            allow web -> api : tcp/80 { reason "| `code` ]]> <script>::error::x%0A @team" }
            assert apart: never web -> api
            """);
    Path manifest =
        Files.writeString(
            folder.resolve("k8s.yaml"),
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: "LABEL", namespace: shop}
            spec: {podSelector: {}, egress: [{}], policyTypes: [Egress]}
            """
                .replace("LABEL", label));
    Formatted formatted =
        Formatted.of(folder, List.of("verify", program.toString(), "-m", manifest.toString()));
    formatted.check(formatted.report());
    assertThat(formatted.text("md")).doesNotContain("<script>");
    for (String line : formatted.text("github").lines().toList()) {
      if (line.startsWith("::")) {
        assertThat(line)
            .matches("::(error|warning|notice) ?[^:]*::.*|::group::.*|::endgroup::")
            .doesNotStartWith("::error::");
      }
    }
  }

  @Test
  void manyFindingsStayWithinTheLimits() throws Exception {
    StringBuilder program = new StringBuilder("module big\n");
    for (int i = 0; i < 400; i++) {
      program
          .append("zone z")
          .append(i)
          .append(" { namespace n pods app=z")
          .append(i)
          .append(" }\n");
      program.append("allow z").append(i).append(" -> internet : tcp/80\n");
    }
    Path file = Files.writeString(folder.resolve("big.zone"), program);
    Formatted formatted =
        Formatted.of(folder, List.of("lint", "--enable", "ZC1007", file.toString()));
    JsonNode report = formatted.report();
    assertThat(report.get("entries").size()).isGreaterThan(300);
    assertThat(formatted.text("md").length()).isLessThanOrEqualTo(65_000);
    assertThat(formatted.text("md")).contains(" left out");
    assertThat(
            formatted.text("github").lines().filter(line -> line.startsWith("::warning")).toList())
        .hasSize(10);
    assertThat(formatted.text("github")).contains("more; the log of this step lists all of them");
    formatted.wellFormed(report);
  }

  @Test
  void suppressedFindingsAreMarkedAndNotRemoved() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("p.zone"),
            """
            module shop
            # zonec:ignore ZC1002 -- comes "later" & <soon>
            zone web { namespace shop pods app=web }
            """);
    Formatted formatted = Formatted.of(folder, List.of("lint", file.toString()));
    assertThat(formatted.run().exit()).isEqualTo(0);
    JsonNode report = formatted.report();
    formatted.check(report);
    JsonNode result =
        JSON.readTree(formatted.text("sarif")).get("runs").get(0).get("results").get(0);
    assertThat(result.get("suppressions").get(0).get("justification").asString())
        .isEqualTo("comes \"later\" & <soon>");
    assertThat(formatted.text("junit")).contains("<skipped");
  }

  @Test
  void compileCheckNamesEveryFile() throws Exception {
    List<String> compile =
        List.of(
            "compile",
            SHOP.resolve("zones").toString(),
            "-m",
            SHOP.resolve("k8s").toString(),
            "-o",
            folder.resolve("policies").toString());
    assertThat(Run.zonec(compile.toArray(String[]::new)).exit()).isEqualTo(0);
    try (Stream<Path> files = Files.list(folder.resolve("policies/shop"))) {
      List<Path> policies = files.sorted().toList();
      Files.delete(policies.get(0));
      Files.writeString(policies.get(1), Files.readString(policies.get(1)) + "# edited\n");
    }
    List<String> check = new ArrayList<>(compile);
    check.add("--check");
    Formatted formatted = Formatted.of(folder, check);
    assertThat(formatted.run().exit()).isEqualTo(1);
    JsonNode report = formatted.report();
    formatted.check(report);
    assertThat(report.get("counts").get("failed").asInt()).isEqualTo(2);
    assertThat(report.get("counts").get("proved").asInt()).isEqualTo(3);
  }

  @Test
  void inputsThatCannotBeUsedAreInEveryFormat() throws Exception {
    Path file = Files.writeString(folder.resolve("p.zone"), "module shop\nzone web {\n");
    for (String command : List.of("verify", "lint")) {
      Formatted formatted = Formatted.of(folder, List.of(command, file.toString()));
      assertThat(formatted.run().exit()).isEqualTo(3);
      formatted.check(formatted.report());
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsAnErrorAndNoFileIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("p.zone"), "module shop\n");
    Path good = folder.resolve("good.json");
    Run run =
        Run.zonec(
            "lint",
            file.toString(),
            "--out",
            "jsonl=" + good,
            "--out",
            "sarif=" + folder.resolve("nowhere/z.sarif"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("error[ZC0410]").contains("its folder does not exist");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  /** GitHub and GitLab find a result again by these, whatever line it moves to. */
  @Test
  void fingerprintsSurviveMovedLines() throws Exception {
    Path program = folder.resolve("p.zone");
    String text =
        """
        module shop
        zone web { namespace shop pods app=web }
        zone api { namespace shop pods app=api }
        allow web -> api : tcp/80
        assert apart: never web -> api
        """;
    Files.writeString(program, text);
    List<String> before = fingerprints(Formatted.of(folder, List.of("verify", program.toString())));
    Files.writeString(program, "# a comment\n\n" + text);
    List<String> after = fingerprints(Formatted.of(folder, List.of("verify", program.toString())));
    assertThat(after).isEqualTo(before).isNotEmpty();
  }

  private static List<String> fingerprints(Formatted formatted) {
    List<String> all = new ArrayList<>();
    for (JsonNode result :
        JSON.readTree(formatted.text("sarif")).get("runs").get(0).get("results")) {
      all.add(result.get("partialFingerprints").toString());
    }
    for (JsonNode issue : JSON.readTree(formatted.text("gitlab"))) {
      all.add(issue.get("fingerprint").asString());
    }
    return all;
  }

  @Test
  void sarifConformsToTheOfficialSchema() throws Exception {
    Path file =
        Path.of(System.getProperty("zonec.shared", "../../shared"))
            .resolve("inputs/schemas/sarif-schema-2.1.0.json");
    assumeTrue(Files.exists(file), () -> file + " is absent");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(file), InputFormat.JSON);
    for (Path each : cases()) {
      Formatted formatted = Formatted.of(folder, verify(each));
      assertThat(schema.validate(formatted.text("sarif"), InputFormat.JSON))
          .as("%s", each)
          .isEmpty();
    }
    Formatted lint = Formatted.of(folder, List.of("lint", BANK.resolve("zones").toString()));
    assertThat(schema.validate(lint.text("sarif"), InputFormat.JSON)).isEmpty();
    Path zones = Run.ROOT.resolve("spec/cases/runs/diff/zones");
    Formatted diff =
        Formatted.of(
            folder,
            List.of("diff", zones.resolve("old").toString(), zones.resolve("new").toString()));
    assertThat(schema.validate(diff.text("sarif"), InputFormat.JSON)).isEmpty();
  }

  private static JsonNode find(JsonNode results, String rule) {
    for (JsonNode result : results) {
      if (result.get("ruleId").asString().equals(rule)) {
        return result;
      }
    }
    throw new AssertionError("no result of " + rule);
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(Run.ROOT.resolve("spec/cases/verdicts"))) {
      return files.filter(f -> f.endsWith("case.zone")).map(Path::getParent).sorted().toList();
    }
  }

  private static List<String> verify(Path folder) throws IOException {
    List<String> args = new ArrayList<>(List.of("verify", folder.resolve("case.zone").toString()));
    if (Files.exists(folder.resolve("k8s.yaml"))) {
      args.addAll(List.of("-m", folder.resolve("k8s.yaml").toString()));
    }
    if (Files.exists(folder.resolve("args"))) {
      args.addAll(List.of(Files.readString(folder.resolve("args")).strip().split(" ")));
    }
    if (!args.contains("--as-of")) {
      args.addAll(List.of("--as-of", "2026-11-23"));
    }
    return args;
  }
}
