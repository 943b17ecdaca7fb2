package dev.zonec.tests.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import dev.zonec.views.playground.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers in the page are those of the commands, and come from the texts in it alone. */
final class PlaygroundAnswersTest {
  private static final String EXAMPLES = Run.ROOT.resolve("examples").toString();

  @TempDir private Path folder;

  @Test
  void answersAboutTheShopAreThoseOfTheCommands() throws IOException {
    sameAnswers(
        "web ~> redis",
        EXAMPLES + "/online-boutique/zones",
        "-m",
        EXAMPLES + "/online-boutique/k8s",
        "-m",
        EXAMPLES + "/online-boutique/leaky");
  }

  @Test
  void answersAboutTheBankAreThoseOfTheCommands() throws IOException {
    sameAnswers(
        "internet -> ledger",
        EXAMPLES + "/bank/zones",
        "-m",
        EXAMPLES + "/bank/k8s",
        "-p",
        "env=prod");
  }

  private static void sameAnswers(String question, String... words) throws IOException {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("--no-config");
    try (ServedPage page = ServedPage.of(args.toArray(String[]::new))) {
      JsonNode opened = page.open("given");
      assertThat(opened.get("problems")).isEmpty();
      for (String kind : List.of("lint", "verify", "compile", "graph", "query")) {
        List<String> same = new ArrayList<>(List.of(kind));
        if (kind.equals("query")) {
          same.add(question);
        }
        same.addAll(args);
        same.addAll(
            switch (kind) {
              case "lint", "verify" -> List.of("-f", "json");
              case "compile" -> List.of("-o", "-");
              case "graph" -> List.of("-f", "svg");
              default -> question.contains("~>") ? List.of("--tree") : List.of();
            });
        Run run = Run.zonec(same.toArray(String[]::new));
        JsonNode answer = page.ask("given", opened, kind, question);
        assertThat(answer.get("out").asString()).as(kind).isEqualTo(run.out()).isNotEmpty();
        assertThat(answer.get("err").asString()).as(kind).isEqualTo(run.err());
        assertThat(answer.get("exit").asInt()).as(kind).isEqualTo(run.exit());
      }
    }
  }

  /** The command line that the page shows gives the same answer. */
  @Test
  void theShownCommandLineIsThatOfTheAnswer() throws IOException {
    try (ServedPage page = ServedPage.of("--no-config")) {
      JsonNode answer = page.ask("store", page.open("store"), "query", "* -> store/db's");
      assertThat(answer.get("command").asString())
          .isEqualTo(
              "zonec query --no-config --manifests=store/k8s -- '* -> store/db'\\''s' store/zones");
    }
  }

  @Test
  void everyExampleHasTheTextsOfItsFiles() throws IOException {
    TreeSet<String> expected = new TreeSet<>(List.of("tutorial/shop.zone"));
    for (Example example : Example.values()) {
      for (String path : paths(example)) {
        Path root = Path.of(EXAMPLES).resolve(path);
        if (Files.isDirectory(root)) {
          try (Stream<Path> files = Files.walk(root)) {
            files
                .filter(Files::isRegularFile)
                .map(file -> Path.of(EXAMPLES).relativize(file).toString().replace('\\', '/'))
                .forEach(expected::add);
          }
        }
      }
    }
    expected.add("bank/platform/zones/observe.zone");
    assertThat(Example.files()).containsExactlyElementsOf(expected);
    try (ServedPage page = ServedPage.of("--no-config")) {
      for (Example example : Example.values()) {
        JsonNode opened = page.open(example.id());
        assertThat(opened.get("program")).isNotEmpty();
        assertThat(opened.get("manifests")).isNotEmpty();
        for (String kind : List.of("program", "manifests")) {
          for (JsonNode text : opened.get(kind)) {
            String name = text.get("name").asString();
            assertThat(text.get("text").asString())
                .isEqualTo(
                    name.startsWith("tutorial/")
                        ? guide()
                        : Files.readString(Path.of(EXAMPLES, name)));
          }
        }
        JsonNode answer = page.ask(example.id(), opened, "verify", "");
        assertThat(answer.get("exit").asInt())
            .as(example.id() + answer.get("err"))
            .isEqualTo(example == Example.SHOP_LEAK ? 1 : 0);
      }
    }
  }

  private static List<String> paths(Example example) {
    List<String> paths = new ArrayList<>(example.manifests());
    paths.add(example.zones());
    return paths;
  }

  /** Returns the program of the first chapter of the guide. */
  private static String guide() throws IOException {
    String chapter = Files.readString(Run.ROOT.resolve("docs/guide/1-first-program.md"));
    Matcher block =
        Pattern.compile("`tutorial/shop\\.zone`:\n\n```\n(.*?)```", Pattern.DOTALL)
            .matcher(chapter);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static final String SECRET = "zone stolen { namespace stolen }\n";

  /** Texts of the page name files of the disk, which are not read. */
  @Test
  void filesOutsideOfThePageAreNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.zone"), "module other\n" + SECRET);
    Path policy =
        Files.writeString(
            folder.resolve("secret.yaml"),
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: stolen, namespace: stolen}
            spec: {podSelector: {}}
            """);
    Path zones = Files.createDirectories(folder.resolve("zones"));
    Path k8s = Files.createDirectories(folder.resolve("k8s"));
    Files.writeString(zones.resolve("a.zone"), "module m\n\nzone a { namespace a }\n");
    Files.writeString(k8s.resolve("pod.yaml"), pod("web"));
    try (ServedPage page =
        ServedPage.of(zones.toString(), "-m", k8s.toString(), "--no-config", "--allow-outside")) {
      JsonNode opened = page.open("given");
      for (String path :
          List.of("../secret.zone", secret.toString(), "..", zones + "/../secret.zone")) {
        ObjectNode program = (ObjectNode) opened.get("program").get(0);
        program.put(
            "text",
            "module m\n\nimport \"" + path + "\" as other\n\nallow other.stolen -> internet\n");
        JsonNode answer = page.ask("given", opened, "verify", "");
        assertThat(answer.get("exit").asInt()).isEqualTo(3);
        assertThat(answer.get("out").asString()).contains("ZC010").doesNotContain("other.stolen");
      }
      ((ObjectNode) opened.get("program").get(0)).put("text", "module m\n");
      ArrayNode manifests = (ArrayNode) opened.get("manifests");
      manifests
          .addObject()
          .put("name", k8s + "/kustomization.yaml")
          .put("text", "resources: [pod.yaml, ../secret.yaml, " + policy + "]\n");
      JsonNode answer = page.ask("given", opened, "query", "connections");
      assertThat(answer.get("err").asString()).contains("secret.yaml").contains("ZC0650");
      assertThat(answer.toString()).doesNotContain("stolen");
      for (String name : List.of(policy.toString(), "/etc/passwd", "-")) {
        Map<String, Object> question = ServedPage.question("given", opened, "verify", "");
        question.put("manifests", List.of(Map.of("name", name, "text", pod("x"), "added", true)));
        JsonNode added = page.ask(question).json();
        assertThat(added.toString()).doesNotContain("stolen").doesNotContain("root:");
      }
    }
  }

  /** A question is no option and no file of arguments. */
  @Test
  void questionsAreNoOptions() throws IOException {
    Path file = folder.resolve("written");
    Path args = Files.writeString(folder.resolve("args"), "--version");
    try (ServedPage page = ServedPage.of("--no-config")) {
      JsonNode opened = page.open("store");
      for (String question :
          List.of(
              "--output=" + file,
              "-o" + file,
              "@" + args,
              "--help",
              "help",
              "--",
              "--config=" + args)) {
        JsonNode answer = page.ask("store", opened, "query", question);
        assertThat(answer.get("exit").asInt()).as(question).isEqualTo(2);
        assertThat(answer.get("out").asString()).isEmpty();
      }
      for (JsonNode text : opened.get("manifests")) {
        ((ObjectNode) text).put("added", true);
      }
      assertThat(page.ask("store", opened, "verify", "").get("exit").asInt()).isZero();
    }
    assertThat(file).doesNotExist();
  }

  /** Without arguments, the page opens what the configuration file names, as other commands do. */
  @Test
  void theConfigurationFileNamesWhatIsOpened() throws IOException {
    Files.createDirectories(folder.resolve("zones"));
    Files.writeString(folder.resolve("zones/a.zone"), "module m\n\nzone web { namespace web }\n");
    for (String name : List.of("web", "prod")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("pod.yaml"), pod(name));
    }
    Path config =
        Files.writeString(
            folder.resolve("zonec.yaml"),
            """
            program: zones
            manifests: web
            environments:
              prod:
                manifests: prod
            """);
    try (ServedPage page = ServedPage.in(folder)) {
      assertOpens(page, "/web/pod.yaml");
    }
    try (ServedPage page = ServedPage.in(folder.resolve("zones"), "--env", "prod")) {
      assertOpens(page, "/prod/pod.yaml");
    }
    try (ServedPage page = ServedPage.of("--config", config.toString(), "--env", "prod")) {
      assertOpens(page, "/prod/pod.yaml");
    }
  }

  private static void assertOpens(ServedPage page, String manifest) throws IOException {
    JsonNode opened = page.open("given");
    assertThat(opened.get("program").values())
        .singleElement()
        .satisfies(text -> assertThat(text.get("name").asString()).endsWith("/zones/a.zone"));
    assertThat(opened.get("manifests").values())
        .singleElement()
        .satisfies(text -> assertThat(text.get("name").asString()).endsWith(manifest));
    assertThat(page.ask("given", opened, "verify", "").get("exit").asInt()).isLessThan(2);
  }

  /** The configuration names a folder for policies and one for proofs, and nothing is written. */
  @Test
  void nothingIsWritten() throws IOException {
    Files.createDirectories(folder.resolve("zones"));
    Files.createDirectories(folder.resolve("k8s"));
    Files.writeString(
        folder.resolve("zones/a.zone"),
        "module m\n\n"
            + "defaults { ingress deny  egress deny }\n\n"
            + "zone web { namespace web }\n\n"
            + "assert alone: no path web ~> internet\n");
    Files.writeString(folder.resolve("k8s/pod.yaml"), pod("web"));
    Files.writeString(
        folder.resolve("zonec.yaml"),
        """
        program: zones
        manifests: k8s
        output: policies
        cache: proofs
        """);
    Map<String, String> before = contents();
    try (ServedPage page = ServedPage.in(folder)) {
      JsonNode opened = page.open("given");
      assertThat(opened.get("program")).hasSize(1);
      for (String kind : List.of("lint", "verify", "compile", "graph", "query", "tokens")) {
        Map<String, Object> question = ServedPage.question("given", opened, kind, "* -> *");
        question.put(
            "manifests", List.of(Map.of("name", folder + "/k8s/new.yaml", "text", pod("other"))));
        ServedPage.Response response = page.ask(question);
        assertThat(response.status()).as(kind + response.body()).isEqualTo(200);
        assertThat(response.body()).as(kind).doesNotContain("no such file");
      }
      assertThat(page.ask("given", opened, "verify", "").get("exit").asInt()).isZero();
    }
    assertThat(contents()).isEqualTo(before);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.toString(), Files.isDirectory(file) ? "" : Files.readString(file));
      }
    }
    return contents;
  }

  private static String pod(String name) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: NAME, namespace: NAME, labels: {app: NAME}}
    spec: {containers: []}
    """
        .replace("NAME", name);
  }

  /** Files are read again when they are opened again. */
  @Test
  void openingReadsTheFilesAgain() throws IOException {
    Path program = Files.writeString(folder.resolve("a.zone"), "module first\n");
    try (ServedPage page = ServedPage.of(program.toString(), "--no-config")) {
      assertThat(page.open("given").at("/program/0/text").asString()).isEqualTo("module first\n");
      Files.writeString(program, "module second\n");
      assertThat(page.open("given").at("/program/0/text").asString()).isEqualTo("module second\n");
    }
  }

  /** Without a program, a page begins with an empty one. */
  @Test
  void manifestsAloneCanBeServed() throws IOException {
    Path k8s = Files.writeString(folder.resolve("pod.yaml"), pod("web"));
    try (ServedPage page = ServedPage.of("-m", k8s.toString(), "--no-config")) {
      JsonNode opened = page.open("given");
      assertThat(opened.at("/program/0/name").asString()).isEqualTo("playground.zone");
      assertThat(page.ask("given", opened, "verify", "").get("exit").asInt()).isZero();
      assertThat(page.ask("given", opened, "query", "* -> web/web").get("out").asString())
          .contains("web/web (Pod)");
    }
  }

  /** Texts that are too large are refused at the start. */
  @Test
  void largeTextsAreRefused() throws IOException {
    Path large = folder.resolve("large.yaml");
    Files.write(
        large, ("#" + " ".repeat(7 << 20) + "\n" + pod("web")).getBytes(StandardCharsets.UTF_8));
    Run run = Run.zonec("serve", "-m", large.toString(), "--no-config");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("the texts are larger than 6 MiB");
  }

  /** A later edit of a page cancels its question, and not that of another page. */
  @Test
  void aLaterEditCancelsAQuestion() throws Exception {
    try (ServedPage page = ServedPage.of("--no-config")) {
      JsonNode opened = page.open("bank");
      Map<String, Object> first = ServedPage.question("bank", opened, "verify", "");
      Map<String, Object> other = ServedPage.question("bank", opened, "verify", "");
      other.put("page", "other");
      FutureTask<ServedPage.Response> answer = later(page, first);
      FutureTask<ServedPage.Response> kept = later(page, other);
      Thread.sleep(300);
      Map<String, Object> next = ServedPage.question("bank", opened, "tokens", "");
      next.put("edit", 2);
      ServedPage.Response tokens = page.ask(next);
      assertThat(answer.get().status()).isEqualTo(409);
      assertThat(tokens.status()).isEqualTo(200);
      assertThat(kept.get().status()).isEqualTo(200);
      assertThat(kept.get().json().get("exit").asInt()).isZero();
    }
  }

  /** Asks on a thread of its own, because commands use the common threads of Java. */
  private static FutureTask<ServedPage.Response> later(
      ServedPage page, Map<String, Object> question) {
    FutureTask<ServedPage.Response> task = new FutureTask<>(() -> page.ask(question));
    Thread thread = new Thread(task, "page");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Questions wait for others, and only some of them. */
  @Test
  void tooManyQuestionsAreRefused() throws Exception {
    try (ServedPage page = ServedPage.of("--no-config")) {
      JsonNode opened = page.open("bank");
      List<FutureTask<ServedPage.Response>> all = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        Map<String, Object> question = ServedPage.question("bank", opened, "verify", "");
        question.put("page", "page " + i);
        all.add(later(page, question));
      }
      long busy = 0;
      for (int waited = 0; busy < 6 && waited < 200; waited++) {
        Thread.sleep(50);
        busy = 0;
        for (FutureTask<ServedPage.Response> each : all) {
          busy += each.isDone() && each.get().status() == 503 ? 1 : 0;
        }
      }
      assertThat(busy).isBetween(1L, 6L);
      assertThat(page.end()).isZero();
    }
  }

  /** A time limit of the command line holds for each question. */
  @Test
  void questionsHaveATimeLimit() throws IOException {
    try (ServedPage page = ServedPage.of(EXAMPLES + "/store/zones", "--timeout=0", "--no-config")) {
      JsonNode answer = page.ask("given", page.open("given"), "lint", "");
      assertThat(answer.get("exit").asInt()).isEqualTo(4);
      assertThat(answer.toString()).contains("ZC0546");
    }
  }

  /** The tokens of a source are in order and inside of the text, also of a malformed one. */
  @Test
  void tokensAreThoseOfTheText() throws IOException {
    try (ServedPage page = ServedPage.of("--no-config")) {
      JsonNode opened = page.open("first-program");
      String text = "module m\n\nzone 😀 { pods app=\"x }\nallow a -> b : tcp/80 # é\n";
      ((ObjectNode) opened.get("program").get(0)).put("text", text);
      JsonNode tokens = page.ask("first-program", opened, "tokens", "").get("tutorial/shop.zone");
      int at = 0;
      List<String> keywords = new ArrayList<>();
      for (JsonNode token : tokens) {
        int start = token.get(0).asInt();
        int end = start + token.get(1).asInt();
        assertThat(start).isGreaterThanOrEqualTo(at);
        at = end;
        if (token.get(2).asString().equals("keyword")) {
          keywords.add(text.substring(start, end));
        }
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
      assertThat(keywords).contains("module", "allow");
      assertThat(new JsonMapper().writeValueAsString(tokens)).contains("comment");
    }
  }
}
