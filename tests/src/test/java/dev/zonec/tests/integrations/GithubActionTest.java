package dev.zonec.tests.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.LogShipping;
import dev.zonec.tests.endtoend.Run;
import dev.zonec.tests.endtoend.ZonecCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script of the GitHub action, on a repository and with a server that stands for the API. */
final class GithubActionTest {
  private static final String SHOP =
      """
      module shop
      zone web { namespace shop pods app=web }
      zone api { namespace shop pods app=api }
      allow web -> api : tcp/80
      assert apart: never api -> web
      """;

  private static final String OPEN =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: open, namespace: shop}
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
        ingress: [{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 9090}]}]
        egress: [{to: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 9090}]}]
      """;

  @TempDir private Path folder;

  private CommentServer server;
  private Path repository;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Script.has("git", "curl", "jq"), "git, curl or jq is not installed");
    server = new CommentServer();
    repository = Files.createDirectory(folder.resolve("repository"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  /** A pull request adds one policy, which opens a path of three hops into the zone of cards. */
  @Test
  void aPolicyThatOpensAPathIntoTheBankIsStopped() throws Exception {
    Path bank = repository.resolve("examples/bank");
    copy(Run.ROOT.resolve("examples/bank"), bank);
    commit("the bank");
    Files.writeString(bank.resolve("k8s/log-shipping.yaml"), LogShipping.POLICY);
    commit("ship logs");

    Script.Result result =
        action(
            Map.of(
                "ZONEC_CONFIG", "examples/bank/zonec.yaml",
                "ZONEC_ENVIRONMENT", "prod",
                "ZONEC_FAIL_ON", "more-permissive"));

    assertThat(result.exit()).as(result.out()).isEqualTo(1);
    assertThat(result.out())
        .contains("error[ZC0501]", "violated in 3 hops")
        .contains("examples/bank/k8s/log-shipping.yaml:21")
        .contains("more permissive (1):\n  + logagent -> vault : any\n")
        .contains("otherwise delete or narrow the rule in examples/bank/k8s/log-shipping.yaml")
        .contains("::error file=examples/bank/");
    assertThat(hops(result.text("report/sarif/verify.sarif")))
        .anyMatch(hop -> hop.startsWith("hop 3 of 3") && hop.contains("log-shipping"));
    assertThat(hops(result.text("report/sarif/diff.sarif")))
        .anyMatch(hop -> hop.contains("rule to-the-vault"));
    assertThat(server.comments()).hasSize(1);
    assertThat(server.comments().getFirst())
        .startsWith("<!-- zonec report: zonec -->\n### zonec diff: ")
        .contains("logagent -&gt; vault &#58; any is now allowed")
        .contains("examples/bank/k8s/log-shipping.yaml:21")
        .contains("NetworkPolicy bank-app/bank-core-logagent");
    assertThat(result.text("summary.md")).contains("### zonec diff: ", "### zonec verify: ");
    assertThat(result.text("output")).contains("exit-code=1\n");
  }

  @Test
  void theCommentIsUpdatedInPlace() throws Exception {
    shop();
    server.comments().add("Looks good to me");
    server.authoredByOthers(1);
    Script.Result failing = action(Map.of());
    assertThat(failing.exit()).as(failing.out()).isEqualTo(1);
    assertThat(server.comments()).hasSize(2);
    assertThat(server.comments().get(1)).contains("api -&gt; web &#58; tcp/9090 is now allowed");

    Files.delete(repository.resolve("k8s/open.yaml"));
    commit("mend");
    Script.Result mended = action(Map.of());
    assertThat(mended.exit()).as(mended.out()).isEqualTo(0);
    assertThat(server.comments()).hasSize(2);
    assertThat(server.comments().getFirst()).isEqualTo("Looks good to me");
    assertThat(server.comments().get(1)).contains("no difference").doesNotContain("now allowed");
    assertThat(server.requests())
        .filteredOn(request -> !request.startsWith("GET"))
        .containsExactly(
            "POST /repos/acme/shop/issues/7/comments", "PATCH /repos/acme/shop/issues/comments/2");
  }

  /** The comment is found on a later page, and a comment of another author is not changed. */
  @Test
  void commentsOfOthersAreLeftAlone() throws Exception {
    shop();
    for (int i = 0; i < 150; i++) {
      server.comments().add("<!-- zonec report: zonec -->\nnot of the action");
    }
    server.authoredByOthers(150);
    assertThat(quick(Map.of()).exit()).isEqualTo(1);
    assertThat(quick(Map.of()).exit()).isEqualTo(1);
    assertThat(server.comments()).hasSize(151);
    assertThat(server.comments().subList(0, 150)).allMatch(text -> text.endsWith("of the action"));
  }

  @Test
  void aForkGetsTheSummaryOnly() throws Exception {
    shop();
    Script.Result result = quick(Map.of("ZONEC_HEAD_REPOSITORY", "somebody/shop"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(server.requests()).isEmpty();
    assertThat(result.out())
        .contains("no comment on the pull request: the pull request is from a fork");
    assertThat(result.text("summary.md"))
        .contains("### zonec diff: ")
        .contains("_There is no comment on the pull request: the pull request is from a fork");
  }

  @Test
  void aRefusalOfTheApiDoesNotChangeTheExitCode() throws Exception {
    shop();
    for (int status : new int[] {403, 404, 422, 500}) {
      server.refuse("GET", status);
      Script.Result read = quick(Map.of());
      assertThat(read.exit()).isEqualTo(1);
      assertThat(read.out()).contains("the comments cannot be read");
      server.refuse("POST", status);
      Script.Result written = quick(Map.of());
      assertThat(written.exit()).isEqualTo(1);
      assertThat(written.out()).contains("it cannot be written (HTTP " + status + ")");
    }
    assertThat(server.comments()).isEmpty();
  }

  @Test
  void anApiThatDoesNotAnswerDoesNotChangeTheExitCode() throws Exception {
    shop();
    server.close();
    Script.Result result = quick(Map.of());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("the comments cannot be read");
  }

  @Test
  void theExitCodeIsTheMostSeriousOne() throws Exception {
    shop();
    assertThat(quick(Map.of("ZONEC_COMMENT", "false")).exit()).isEqualTo(1);
    Files.writeString(repository.resolve("zones/shop.zone"), "module shop\nzone web {\n");
    assertThat(action(Map.of("ZONEC_COMMENT", "false")).exit()).isEqualTo(3);
    assertThat(quick(Map.of("ZONEC_NAME", "a; rm -rf x")).exit()).isEqualTo(2);
    assertThat(quick(Map.of("ZONEC_PULL_REQUEST", "7/../../x")).exit()).isEqualTo(2);
    assertThat(server.requests()).isEmpty();
  }

  /** Text of a pull request, such as the name of a branch or a file, is never run. */
  @Test
  void inputsAreNotRun() throws Exception {
    shop();
    Path witness = folder.resolve("witness");
    String command = "$(touch " + witness + ")`touch " + witness + "`; touch " + witness;
    Script.Result result =
        action(
            Map.of(
                "ZONEC_ENVIRONMENT",
                command,
                "ZONEC_PARAMETERS",
                command,
                "ZONEC_PROGRAM",
                command,
                "ZONEC_FAIL_ON",
                command,
                "ZONEC_BASE",
                command));
    assertThat(result.exit()).isNotZero();
    assertThat(witness).doesNotExist();
  }

  private void shop() throws Exception {
    Files.createDirectories(repository.resolve("zones"));
    Files.createDirectories(repository.resolve("k8s"));
    Files.writeString(repository.resolve("zones/shop.zone"), SHOP);
    Files.writeString(
        repository.resolve("k8s/ns.yaml"),
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    Files.writeString(repository.resolve("zonec.yaml"), "program: zones\nmanifests: k8s\n");
    commit("the shop");
    Files.writeString(repository.resolve("k8s/open.yaml"), OPEN);
    commit("open");
  }

  private void commit(String message) throws Exception {
    if (!Files.exists(repository.resolve(".git"))) {
      git("init", "-q", "-b", "main");
    }
    git("add", "-A");
    git("commit", "-q", "-m", message);
    if (!Files.exists(folder.resolve("base"))) {
      Files.writeString(folder.resolve("base"), git("rev-parse", "HEAD").strip());
    }
  }

  private String git(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
    command.addAll(List.of(args));
    Script.Result result = Script.run(folder, repository, command, Map.of());
    assertThat(result.exit()).as(result.out()).isZero();
    return result.out();
  }

  /** Runs the script with a command that stands for zonec. */
  private Script.Result quick(Map<String, String> inputs) throws Exception {
    Map<String, String> all = new HashMap<>(inputs);
    all.put("ZONEC", Script.standIn(folder).toString());
    return action(all);
  }

  private Script.Result action(Map<String, String> inputs) throws Exception {
    Map<String, String> env = new HashMap<>();
    env.put("ZONEC", ZonecCommand.in(folder).toString());
    env.put("ZONEC_BASE", Files.readString(folder.resolve("base")));
    env.put("ZONEC_PULL_REQUEST", "7");
    env.put("ZONEC_HEAD_REPOSITORY", "acme/shop");
    env.put("GITHUB_REPOSITORY", "acme/shop");
    env.put("GITHUB_TOKEN", CommentServer.TOKEN);
    env.put("GITHUB_API_URL", server.address());
    env.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    env.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    env.put("RUNNER_TEMP", folder.toString());
    env.putAll(inputs);
    Files.deleteIfExists(folder.resolve("summary.md"));
    return Script.run(
        folder,
        repository,
        List.of("sh", Run.ROOT.resolve("integrations/github/zonec.sh").toString()),
        env);
  }

  private static List<String> hops(String sarif) {
    List<String> hops = new ArrayList<>();
    for (JsonNode result : new JsonMapper().readTree(sarif).get("runs").get(0).get("results")) {
      for (JsonNode flow : result.path("codeFlows")) {
        for (JsonNode step : flow.get("threadFlows").get(0).get("locations")) {
          hops.add(step.get("location").get("message").get("text").asString());
        }
      }
    }
    return hops;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
