package dev.zonec.tests.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import dev.zonec.tests.endtoend.ZonecCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files for pipelines are well formed, fit together, and their scripts run. */
final class IntegrationFilesTest {
  private static final Pattern VARIABLE = Pattern.compile("ZONEC_[A-Z0-9_]+");

  @TempDir private Path folder;

  /** The text of a pull request would be run if an expression stood inside of a script. */
  @Test
  void noExpressionIsPartOfAScript() throws Exception {
    for (Object step : steps()) {
      Object run = ((Map<?, ?>) step).get("run");
      if (run != null) {
        assertThat(run.toString()).doesNotContain("${{");
      }
    }
    assertThat(read("action.yml")).doesNotContain("pull_request_target");
  }

  @Test
  void theActionSetsExactlyTheVariablesOfItsScripts() throws Exception {
    Set<String> set = new TreeSet<>();
    for (Object step : steps()) {
      if (((Map<?, ?>) step).get("env") instanceof Map<?, ?> env) {
        env.keySet().forEach(name -> set.add(name.toString()));
      }
    }
    Set<String> used = new TreeSet<>();
    for (String script : List.of("zonec.sh", "install.sh")) {
      Matcher matcher = VARIABLE.matcher(read("integrations/github/" + script));
      while (matcher.find()) {
        used.add(matcher.group());
      }
    }
    // The address of archives and the name of the author are for other servers than github.com.
    used.removeAll(Set.of("ZONEC_DOWNLOADS", "ZONEC_COMMENT_AUTHOR"));
    set.removeAll(Set.of("ZONEC", "GITHUB_TOKEN"));
    assertThat(set).isEqualTo(used);
  }

  @Test
  void everyInputOfTheActionIsUsedAndDescribed() throws Exception {
    String guide = read("docs/guide/pipelines.md");
    Map<?, ?> inputs = (Map<?, ?>) yaml("action.yml").getFirst().get("inputs");
    for (Object input : inputs.keySet()) {
      assertThat(read("action.yml")).contains("inputs." + input);
      assertThat(guide).contains("| `" + input + "` |");
    }
  }

  @Test
  void theScriptsAreCleanIfShellcheckIsInstalled() throws Exception {
    assumeTrue(Script.has("shellcheck"), "shellcheck is not installed");
    List<String> command = new ArrayList<>(List.of("shellcheck"));
    try (Stream<Path> files = Files.walk(Run.ROOT.resolve("integrations"))) {
      files.filter(file -> file.toString().endsWith(".sh")).forEach(f -> command.add("" + f));
    }
    for (Map.Entry<String, String> each : scripts().entrySet()) {
      command.add(Files.writeString(folder.resolve(each.getKey()), each.getValue()).toString());
    }
    Script.Result result = Script.run(folder, Run.ROOT, command, Map.of());
    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void theFilesConformToPublishedSchemasIfTheirCheckersAreInstalled() throws Exception {
    assumeTrue(
        Script.has("check-jsonschema", "pre-commit"),
        "check-jsonschema or pre-commit is not installed");
    for (List<String> command :
        List.of(
            List.of("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"),
            List.of(
                "check-jsonschema",
                "--builtin-schema",
                "vendor.gitlab-ci",
                "integrations/gitlab/zonec.gitlab-ci.yml"),
            List.of("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"))) {
      Script.Result result = Script.run(folder, Run.ROOT, command, Map.of());
      assertThat(result.exit()).as("%s\n%s", command, result.out()).isZero();
    }
  }

  @Test
  void everyFileIsYaml() throws Exception {
    try (Stream<Path> files = Files.walk(Run.ROOT.resolve("integrations"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
        List<Map<String, Object>> documents = yaml(Run.ROOT.relativize(file).toString());
        assertThat(documents).as("%s", file).isNotEmpty();
        if (!file.toString().contains("gitlab")) {
          assertThat(documents)
              .allSatisfy(each -> assertThat(each).containsKeys("apiVersion", "kind", "spec"));
        }
      }
    }
  }

  /**
   * The scripts in the templates stop a policy that the program forbids, and accept its removal.
   */
  @Test
  void theScriptsOfTheTemplatesVerify() throws Exception {
    assumeTrue(Script.has("git"), "git is not installed");
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.createDirectories(shop.resolve("k8s"));
    Files.createDirectories(shop.resolve("zones"));
    Files.writeString(shop.resolve("zonec.yaml"), "program: zones\nmanifests: k8s\n");
    Files.writeString(
        shop.resolve("zones/shop.zone"),
        """
        module shop
        zone web { namespace shop pods app=web }
        zone api { namespace shop pods app=api }
        allow web -> api : tcp/80
        assert apart: never api -> web
        """);
    Path open = shop.resolve("k8s/open.yaml");
    Files.writeString(
        shop.resolve("k8s/ns.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    for (String[] git :
        new String[][] {{"init", "-q"}, {"add", "-A"}, {"commit", "-q", "-m", "the shop"}}) {
      List<String> command =
          new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
      command.addAll(List.of(git));
      assertThat(Script.run(folder, shop, command, Map.of()).exit()).isZero();
    }
    Map<String, String> env = new HashMap<>();
    env.put("PATH", ZonecCommand.in(folder).getParent() + ":" + System.getenv("PATH"));
    env.put("ZONEC_CONFIG", "zonec.yaml");
    env.put("ZONEC_FAIL_ON", "more-permissive");
    env.put("ZONEC_BASE", "HEAD");
    env.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD");
    for (String name : List.of("gitlab.sh", "tekton.sh")) {
      Path script = Files.writeString(folder.resolve(name), scripts().get(name));
      List<String> command = List.of("sh", script.toString());
      Files.writeString(
          open,
          """
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: open, namespace: shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{}], egress: [{}]}
          """);
      Script.Result stopped = Script.run(folder, shop, command, env);
      assertThat(stopped.exit()).as(stopped.out()).isEqualTo(1);
      assertThat(stopped.out()).contains("more permissive", "k8s/open.yaml");
      Files.delete(open);
      Script.Result accepted = Script.run(folder, shop, command, env);
      assertThat(accepted.exit()).as(accepted.out()).isZero();
    }
    assertThat(shop.resolve("gl-code-quality-report.json")).exists();
    assertThat(shop.resolve("zonec-report/diff.sarif")).exists();
  }

  /** Returns the scripts of the templates, by a name. */
  private static Map<String, String> scripts() throws IOException {
    Map<?, ?> gitlab = yaml("integrations/gitlab/zonec.gitlab-ci.yml").getFirst();
    Map<?, ?> tekton =
        (Map<?, ?>) yaml("integrations/tekton/zonec-verify.yaml").getFirst().get("spec");
    Map<?, ?> plugin = (Map<?, ?>) yaml("integrations/argocd/plugin.yaml").getFirst().get("spec");
    return Map.of(
        "gitlab.sh",
        "#!/bin/sh\n" + ((List<?>) ((Map<?, ?>) gitlab.get("zonec")).get("script")).getFirst(),
        "note.sh",
        "#!/bin/sh\nset -e\n"
            + ((List<?>) ((Map<?, ?>) gitlab.get("zonec-note")).get("script")).getFirst(),
        "tekton.sh",
        ((Map<?, ?>) ((List<?>) tekton.get("steps")).getFirst()).get("script").toString(),
        "plugin.sh",
        "#!/bin/sh\n" + ((List<?>) ((Map<?, ?>) plugin.get("generate")).get("args")).getFirst());
  }

  private static List<?> steps() throws IOException {
    return (List<?>) ((Map<?, ?>) yaml("action.yml").getFirst().get("runs")).get("steps");
  }

  private static List<Map<String, Object>> yaml(String file) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml().loadAll(read(file))) {
      Map<String, Object> map = new HashMap<>();
      ((Map<?, ?>) document).forEach((key, value) -> map.put(key.toString(), value));
      documents.add(map);
    }
    return documents;
  }

  private static String read(String file) throws IOException {
    return Files.readString(Run.ROOT.resolve(file));
  }
}
