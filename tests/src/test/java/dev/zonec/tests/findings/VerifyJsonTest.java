package dev.zonec.tests.findings;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The JSON of {@code verify} conforms to its schema and agrees with the text output. */
final class VerifyJsonTest {
  private static final Path CASES = Run.ROOT.resolve("spec/cases/verdicts");

  @TempDir private Path folder;

  @Test
  void everyVerdictCaseConformsToTheSchemaAndAgreesWithTheText() throws IOException {
    Set<String> statuses = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    for (Path folder : cases()) {
      String expected = Files.readString(folder.resolve("expected"));
      if (expected.startsWith("exit 4")) {
        continue;
      }
      VerifyJson json = VerifyJson.of(args(folder));
      assertThat(expected).as("%s", folder).startsWith("exit " + json.exit() + "\n");
      for (JsonNode problem : json.root().get("problems")) {
        if (problem.get("severity").asString().equals("error")) {
          assertThat(expected).as("%s", folder).contains("]: " + problem.get("message").asString());
        }
      }
      for (JsonNode finding : json.findings()) {
        statuses.add(finding.get("status").asString());
        kinds.add(finding.path("kind").asString(""));
        if (finding.has("message") && !expected.contains("more claim")) {
          assertThat(expected)
              .as("%s", folder)
              .contains(
                  finding.get("severity").asString()
                      + "["
                      + finding.get("code").asString()
                      + "]: "
                      + finding.get("message").asString());
        }
      }
    }
    assertThat(statuses)
        .contains("holds", "holds-with-waivers", "violated", "inconclusive", "empty");
    assertThat(kinds)
        .contains(
            "undeclared-connection",
            "undeclared-paths",
            "broken-assertion",
            "unreachable",
            "shared-pod");
  }

  @Test
  void resultsOfAdversariesConformToTheSchema() throws IOException {
    Path cases = Run.ROOT.resolve("spec/cases/runs/adversary/matrix");
    VerifyJson json =
        VerifyJson.of(
            List.of(
                cases.resolve("shop.zone").toString(),
                "-m",
                cases.resolve("k8s.yaml").toString(),
                "--adversary",
                "all",
                "--tolerate",
                "1"));
    Set<String> results = new TreeSet<>();
    json.root()
        .get("runs")
        .get(0)
        .get("adversaries")
        .forEach(result -> results.add(result.get("result").asString()));
    assertThat(results).containsExactly("breaks", "holds", "rests", "robust", "same");
    assertThat(json.root().get("runs").get(0).get("deletions").toString())
        .contains("\"result\":\"survives\"", "\"result\":\"breaks\"");
  }

  @Test
  void explanationsAndCutsConformToTheSchema() throws IOException {
    Set<String> results = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    for (String run :
        List.of(
            "explain/assertions/shop.zone k8s.yaml --as-written --explain"
                + " only_web,served,no_way,broken,no-undeclared-path --cut web~>db",
            "explain/assertions/shop.zone k8s.yaml --plan --explain no-blocked-flow",
            "explain/assumptions/p.zone k8s.yaml --as-written --explain web_db,pods_db",
            "explain/assumptions/q.zone k8s2.yaml --explain web_db"
                + " --assume ipblock-matches-pods=no",
            "explain/assumptions/q.zone k8s.yaml --explain web_db",
            "explain/foreach/tenants.zone k8s.yaml --explain apart",
            "explain/undecided/shop.zone k8s.yaml --explain web_out --cut web~>db --timeout 0",
            "cut/shared/p.zone k8s.yaml --as-written --cut a~>d --cut d~>a",
            "cut/smallest/shop.zone k8s.yaml --plan --cut edge~>db --cut db~>edge"
                + " --cut pods(app=x,!app)~>db")) {
      List<String> arguments = new ArrayList<>(List.of(run.split(" ")));
      Path program = Run.ROOT.resolve("spec/cases/runs").resolve(arguments.removeFirst());
      Path manifests = program.resolveSibling(arguments.removeFirst());
      arguments.addAll(0, List.of(program.toString(), "-m", manifests.toString()));
      for (JsonNode each : VerifyJson.of(arguments).root().get("runs")) {
        for (JsonNode explanation : each.path("explanations")) {
          results.add(explanation.get("result").asString());
          results.add(explanation.path("extent").asString("none"));
          explanation
              .path("elements")
              .forEach(
                  element -> {
                    kinds.add(element.get("kind").asString());
                    results.add(element.get("needed").asString());
                    assertThat(element.get("counterexample")).isNotEmpty();
                  });
        }
        each.path("cuts").forEach(cut -> results.add(cut.get("result").asString()));
      }
    }
    assertThat(results)
        .contains(
            "explained",
            "not-proved",
            "inconclusive",
            "only",
            "smallest",
            "alone",
            "with-others",
            "cut",
            "no-path",
            "no-cut",
            "empty",
            "undecided");
    assertThat(kinds)
        .contains(
            "isolation",
            "rule",
            "deny-rule",
            "assume",
            "disjoint",
            "namespaces-declared",
            "pod-ranges",
            "waiver");
  }

  @Test
  void inputsThatCannotBeUsedAreProblemsOfTheDocument() throws IOException {
    Path program = Files.writeString(folder.resolve("p.zone"), "module shop\nzone web {\n");
    VerifyJson json = VerifyJson.of(List.of(program.toString()));
    assertThat(json.exit()).isEqualTo(3);
    assertThat(json.root().get("runs")).isEmpty();
    assertThat(json.root().get("problems")).hasSize(1);
    assertThat(json.root().get("problems").get(0).get("code").asString()).isEqualTo("ZC0004");
  }

  @Test
  void aRunWithoutTimeToReadIsAProblemOfTheDocument() throws IOException {
    Path program = Files.writeString(folder.resolve("p.zone"), "module shop\n");
    String pod = "- {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: []}}\n";
    Path manifest =
        Files.writeString(
            folder.resolve("p.yaml"), "apiVersion: v1\nkind: List\nitems:\n" + pod.repeat(200_000));
    VerifyJson json =
        VerifyJson.of(
            List.of(program.toString(), "-m", manifest.toString(), "--timeout", "1", "-q"));
    assertThat(json.exit()).isEqualTo(4);
    assertThat(json.root().get("runs")).isEmpty();
    assertThat(json.root().get("problems")).hasSize(1);
    JsonNode problem = json.root().get("problems").get(0);
    assertThat(problem.get("code").asString()).isEqualTo("ZC0546");
    assertThat(problem.toString()).contains("not finished: ");
  }

  @Test
  void gapsAreProblemsOfTheDocument() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("p.zone"),
            "module shop\nzone web { namespace shop pods app=web }\nassert w: never web -> web\n");
    Path manifest =
        Files.writeString(
            folder.resolve("p.yaml"),
            "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: g}\n");
    VerifyJson json = VerifyJson.of(List.of(program.toString(), "-m", manifest.toString()));
    assertThat(json.exit()).isEqualTo(4);
    assertThat(json.root().get("problems")).isNotEmpty();
    assertThat(json.root().get("problems").get(0).get("line").asInt()).isEqualTo(1);
  }

  @Test
  void variantsAreRunsOfOneDocument() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("p.zone"),
            "module shop\n"
                + """
                param env : enum(dev, prod)
                zone web { namespace shop pods app=web }
                zone api { namespace shop pods app=api }
                when env == dev { allow web -> api : tcp/80 }
                assert apart: never web -> api
                """);
    VerifyJson json = VerifyJson.of(List.of(program.toString()));
    assertThat(json.root().get("runs")).hasSize(2);
    assertThat(json.root().get("runs").get(0).get("status").asString()).isEqualTo("violated");
    assertThat(json.root().get("runs").get(1).get("status").asString()).isEqualTo("holds");
  }

  /** Quotes, backslashes, control characters and other special characters are preserved. */
  @Test
  void specialCharactersAreEscaped() throws IOException {
    String name = "we\"ird\\\u2028\u202e \t\u0001中😀";
    Path program =
        Files.writeString(
            folder.resolve(name + ".zone"),
            """
            module shop
            zone web { namespace shop pods app=web }
            zone api { namespace shop pods app=api }
            allow web -> api : tcp/80
            assert apart: never web -> api
            assert apart_too: never web -> api : tcp/80
            waive apart_too for web -> api : tcp/80 {
              reason "it is \u00e9 \u4e2d <script>&'"  approved_by @team  expires 2099-01-01
            }
            """);
    VerifyJson json = VerifyJson.of(List.of(program.toString()));
    assertThat(json.exit()).isEqualTo(1);
    List<JsonNode> waived =
        json.findings().stream().filter(finding -> finding.has("waivers")).toList();
    assertThat(waived).hasSize(1);
    JsonNode waiver = waived.getFirst().get("waivers").get(0);
    assertThat(waiver.get("reason").asString()).isEqualTo("it is é 中 <script>&'");
    assertThat(waiver.get("place").get("file").asString()).endsWith(name + ".zone");
  }

  /** The output contains rules of all tiers and hand-written rules, with their places. */
  @Test
  void rulesOfAllTiersAreIncluded() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("p.zone"),
            """
            module shop
            zone web { namespace shop pods app=web }
            zone api { namespace shop pods app=api }
            allow web -> api : tcp/80
            assert open: reachable web -> api : tcp/80
            """);
    Path wall =
        Files.writeString(
            folder.resolve("wall.yaml"),
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: AdminNetworkPolicy
            metadata: {name: wall}
            spec:
              priority: 10
              subject: {namespaces: {}}
              ingress:
              - name: "no \\"entry\\" \\u00e9"
                action: Deny
                from: [{namespaces: {}}]
            """);
    VerifyJson json = VerifyJson.of(List.of(program.toString(), "-m", wall.toString()));
    JsonNode unreachable =
        json.findings().stream()
            .filter(finding -> finding.path("kind").asString("").equals("unreachable"))
            .findFirst()
            .orElseThrow();
    JsonNode ingress = unreachable.get("hops").get(0).get("sides").get(1);
    assertThat(ingress.get("reason").asString()).isEqualTo("denied");
    JsonNode rule = ingress.get("rules").get(0);
    assertThat(rule.get("tier").asString()).isEqualTo("admin");
    assertThat(rule.get("effect").asString()).isEqualTo("denies");
    assertThat(rule.get("place").get("file").asString()).endsWith("wall.yaml");
    assertThat(rule.get("place").get("line").asInt()).isEqualTo(12);
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(f -> f.endsWith("case.zone")).map(Path::getParent).sorted().toList();
    }
  }

  private static List<String> args(Path folder) throws IOException {
    List<String> args = new ArrayList<>(List.of(folder.resolve("case.zone").toString()));
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
