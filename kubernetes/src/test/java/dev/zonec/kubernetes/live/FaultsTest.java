package dev.zonec.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.world.Coverage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster refuses or does not answer is named, and nothing else is lost. */
final class FaultsTest {
  private static final String POLICIES = "/apis/networking.k8s.io/v1/networkpolicies";
  private static final String PODS = "/api/v1/pods";
  private static final Scope ALL = new Scope.Everywhere();

  @TempDir private Path dir;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.list("/api/v1/namespaces", named("shop"), named("pay"));
    server.list(PODS, pod("shop", "a"));
    server.list(POLICIES, policy("shop", "deny"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String named(String name) {
    return "{\"metadata\": {\"name\": \"" + name + "\"}}";
  }

  private static String pod(String namespace, String name) {
    return "{\"metadata\": {\"name\": \"%s\", \"namespace\": \"%s\"}, \"spec\": {}}"
        .formatted(name, namespace);
  }

  private static String policy(String namespace, String name) {
    return "{\"metadata\": {\"name\": \"%s\", \"namespace\": \"%s\"}, \"spec\": {\"podSelector\": {}}}"
        .formatted(name, namespace);
  }

  private ClusterReading.Read read(Scope scope) {
    ClusterReading reading = server.read(dir, scope);
    assertThat(reading).isInstanceOf(ClusterReading.Read.class);
    return (ClusterReading.Read) reading;
  }

  private Diagnostic unusable(ClusterReading reading) {
    assertThat(reading).isInstanceOf(ClusterReading.Unusable.class);
    List<Diagnostic> problems = ((ClusterReading.Unusable) reading).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static Scope within(String... namespaces) {
    return new Scope.Within(new TreeSet<>(Set.of(namespaces)));
  }

  private static List<String> names(ClusterReading.Read read) {
    return read.texts().stream().map(SourceText::name).toList();
  }

  private static List<String> messages(ClusterReading.Read read) {
    return read.unread().stream().map(Diagnostic::message).toList();
  }

  @Test
  void nothingFails() {
    ClusterReading.Read read = read(ALL);
    assertThat(read.unread()).isEmpty();
    assertThat(read.coverage()).isEqualTo(new Coverage.Whole());
    assertThat(names(read))
        .containsExactly(
            "cluster kind-dev: Namespace shop",
            "cluster kind-dev: Namespace pay",
            "cluster kind-dev: NetworkPolicy shop/deny",
            "cluster kind-dev: Pod shop/a");
    assertThat(server.requests())
        .noneMatch(request -> request.contains("secret") || request.contains("configmap"));
  }

  @Test
  void aKindIsForbidden() {
    server.answers(POLICIES, 403, ScriptedServer.status(403, "User me cannot list that"));
    ClusterReading.Read read = read(ALL);
    assertThat(messages(read)).containsExactly("networkpolicies were not read: 403 Forbidden");
    String shown = new DiagnosticRenderer(false).render(read.unread());
    assertThat(shown)
        .contains(
            "--> cluster kind-dev",
            "the server answered: User me cannot list that",
            "the permission to `list` networkpolicies.networking.k8s.io",
            "--skip-unreadable");
    assertThat(names(read)).contains("cluster kind-dev: Pod shop/a");
  }

  @Test
  void aKindIsForbiddenInOneNamespace() {
    String path = "/apis/networking.k8s.io/v1/namespaces/%s/networkpolicies";
    for (ApiResource resource : BuiltinResources.OTHERS) {
      if (resource.namespaced()) {
        server.list(resource.path("shop"));
        server.list(resource.path("pay"));
      }
    }
    server.list(path.formatted("shop"), policy("shop", "deny"));
    server.answers(path.formatted("pay"), 403, ScriptedServer.status(403, "no"));
    ClusterReading.Read read = read(within("shop", "pay"));
    assertThat(messages(read))
        .containsExactly("networkpolicies of namespace `pay` were not read: 403 Forbidden");
    assertThat(names(read)).contains("cluster kind-dev: NetworkPolicy shop/deny");
    assertThat(server.requests()).noneMatch(request -> request.startsWith(POLICIES));
  }

  @Test
  void namespacesMayNotBeListed() {
    server.answers("/api/v1/namespaces", 403, ScriptedServer.status(403, "no"));
    server.answers(
        "/api/v1/namespaces/shop", 200, "{\"metadata\": {\"name\": \"shop\", \"labels\": {}}}");
    for (ApiResource resource : BuiltinResources.OTHERS) {
      server.list(resource.path("shop"));
    }
    ClusterReading.Read read = read(within("shop"));
    assertThat(messages(read)).containsExactly("namespaces were not read: 403 Forbidden");
    assertThat(names(read)).containsExactly("cluster kind-dev: Namespace shop");
    assertThat(read.coverage()).isEqualTo(new Coverage.Only(new TreeSet<>(Set.of("shop"))));
  }

  @Test
  void aNamespaceIsNotThere() {
    Diagnostic problem = unusable(server.read(dir, within("shpo")));
    assertThat(problem.code()).isEqualTo(Code.ZC0642);
    assertThat(problem.notes().toString()).contains("did you mean `shop`?");
  }

  @Test
  void aConnectionBreaksWithinAPageAndThenHolds() {
    AtomicInteger times = new AtomicInteger();
    server.does(
        PODS,
        exchange -> {
          String page =
              ScriptedServer.page(List.of(pod("shop", "a")), ScriptedServer.query(exchange));
          if (times.getAndIncrement() == 0) {
            exchange.sendResponseHeaders(200, page.length() + 1000);
            exchange
                .getResponseBody()
                .write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return;
          }
          ScriptedServer.send(exchange, 200, page);
        });
    ClusterReading.Read read = read(ALL);
    assertThat(read.unread()).isEmpty();
    assertThat(names(read)).containsOnlyOnce("cluster kind-dev: Pod shop/a");
    assertThat(times).hasValue(2);
  }

  @Test
  void aConnectionBreaksForGoodOnTheSecondPage() {
    List<String> pods = IntStream.range(0, 700).mapToObj(i -> pod("shop", "p" + i)).toList();
    server.does(
        PODS,
        exchange -> {
          String page = ScriptedServer.page(pods, ScriptedServer.query(exchange));
          if (ScriptedServer.query(exchange).containsKey("continue")) {
            exchange.sendResponseHeaders(200, page.length() + 1000);
            return;
          }
          ScriptedServer.send(exchange, 200, page);
        });
    ClusterReading.Read read = read(ALL);
    assertThat(messages(read)).containsExactly("pods were not read: the connection broke");
    // Half of a kind would look like all of it.
    assertThat(names(read)).noneMatch(name -> name.contains("Pod "));
  }

  @Test
  void pagesAreOneList() {
    List<String> pods = IntStream.range(0, 1700).mapToObj(i -> pod("shop", "p" + i)).toList();
    server.list(PODS, pods.toArray(String[]::new));
    ClusterReading.Read read = read(ALL);
    assertThat(names(read).stream().filter(name -> name.contains("Pod ")).distinct()).hasSize(1700);
    assertThat(server.requests().stream().filter(request -> request.startsWith(PODS))).hasSize(4);
  }

  @Test
  void pagesGoOutOfDate() {
    List<String> before = IntStream.range(0, 700).mapToObj(i -> pod("shop", "old" + i)).toList();
    List<String> after = IntStream.range(0, 600).mapToObj(i -> pod("shop", "new" + i)).toList();
    AtomicInteger expired = new AtomicInteger();
    server.does(
        PODS,
        exchange -> {
          var query = ScriptedServer.query(exchange);
          if (query.containsKey("continue") && expired.getAndIncrement() == 0) {
            ScriptedServer.send(exchange, 410, ScriptedServer.status(410, "too old"));
            return;
          }
          ScriptedServer.send(
              exchange, 200, ScriptedServer.page(expired.get() == 0 ? before : after, query));
        });
    ClusterReading.Read read = read(ALL);
    assertThat(read.unread()).isEmpty();
    assertThat(names(read).stream().filter(name -> name.contains("Pod shop/new"))).hasSize(600);
    assertThat(names(read)).noneMatch(name -> name.contains("Pod shop/old"));
  }

  @Test
  void pagesAlwaysGoOutOfDate() {
    List<String> pods = IntStream.range(0, 700).mapToObj(i -> pod("shop", "p" + i)).toList();
    server.does(
        PODS,
        exchange -> {
          var query = ScriptedServer.query(exchange);
          if (query.containsKey("continue")) {
            ScriptedServer.send(exchange, 410, ScriptedServer.status(410, "too old"));
            return;
          }
          ScriptedServer.send(exchange, 200, ScriptedServer.page(pods, query));
        });
    ClusterReading.Read read = read(ALL);
    assertThat(read.unread()).isEmpty();
    assertThat(names(read).stream().filter(name -> name.contains("Pod "))).hasSize(700);
  }

  @Test
  void aBusyServerIsAskedAgain() {
    AtomicInteger times = new AtomicInteger();
    server.does(
        PODS,
        exchange -> {
          if (times.getAndIncrement() == 0) {
            ScriptedServer.send(exchange, 429, ScriptedServer.status(429, "later"));
            return;
          }
          ScriptedServer.send(
              exchange,
              200,
              ScriptedServer.page(List.of(pod("shop", "a")), ScriptedServer.query(exchange)));
        });
    assertThat(read(ALL).unread()).isEmpty();
    assertThat(times).hasValue(2);
  }

  @Test
  void aServerErrorStays() {
    server.answers(PODS, 500, "no json at all");
    assertThat(messages(read(ALL)))
        .containsExactly("pods were not read: 500 Internal Server Error");
  }

  @Test
  void anAnswerIsNoList() {
    server.answers(PODS, 200, "{\"kind\": \"Surprise\"}");
    server.answers("/api/v1/services", 200, "<html>please log in</html>");
    assertThat(messages(read(ALL)))
        .containsExactlyInAnyOrder(
            "pods were not read: the answer is not a list",
            "services were not read: what it sent is not JSON");
  }

  @Test
  void credentialsExpire() {
    server.answers("/api/v1/namespaces", 401, ScriptedServer.status(401, "Unauthorized"));
    Diagnostic problem = unusable(server.read(dir, ALL));
    assertThat(problem.code()).isEqualTo(Code.ZC0641);
    assertThat(problem.message()).isEqualTo(server.url() + " does not accept the credentials");
    assertThat(new DiagnosticRenderer(false).render(problem)).doesNotContain(ScriptedServer.TOKEN);
  }

  @Test
  void credentialsExpireOnTheWay() {
    server.answers(PODS, 401, ScriptedServer.status(401, "Unauthorized"));
    assertThat(unusable(server.read(dir, ALL)).message()).contains("does not accept");
  }

  @Test
  void theServerIsNotThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    ClusterSource source =
        new ClusterSource(
            new ClusterSource.Kubeconfig.InFile(ScriptedServer.kubeconfig(dir, url)),
            new ClusterSource.Context.Current(),
            Duration.ofSeconds(20));
    Diagnostic problem =
        unusable(ClusterReader.read(source, ALL, ReadExtent.ALL_OBJECTS, ReadingProgress.silent()));
    assertThat(problem.message()).isEqualTo(url + " cannot be read: nothing answers there");
  }

  @Test
  void theServerHangs() {
    server.does("/api/v1/namespaces", exchange -> Thread.sleep(60_000));
    long start = System.nanoTime();
    Diagnostic problem = unusable(server.read(dir, ALL, Duration.ofSeconds(1)));
    assertThat(problem.message()).endsWith("cannot be read: no answer within 1 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theServerHangsWithinAnAnswer() {
    server.does(
        PODS,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          Thread.sleep(60_000);
        });
    ClusterReading reading = server.read(dir, ALL, Duration.ofSeconds(1));
    assertThat(reading).isInstanceOf(ClusterReading.Read.class);
    assertThat(messages((ClusterReading.Read) reading))
        .containsExactly("pods were not read: no answer within 1 s");
  }

  @Test
  void theServerStopsAnswering() {
    server.does("/api/v1/endpoints", exchange -> Thread.sleep(60_000));
    server.does("/apis/apps/v1/deployments", exchange -> Thread.sleep(60_000));
    Diagnostic problem = unusable(server.read(dir, ALL, Duration.ofSeconds(1)));
    assertThat(problem.message()).contains("no answer within 1 s");
    assertThat(server.requests()).noneMatch(request -> request.startsWith(PODS));
  }

  @Test
  void noKubeconfig() throws IOException {
    Path missing = dir.resolve("missing.yaml");
    assertThat(of(missing).message()).isEqualTo("there is no such file");
    assertThat(of(dir).message()).isEqualTo("a kubeconfig is a file");
    for (String text : List.of("", "hello", "- 1", "kind: Pod", "contexts: 3", "{", "\0")) {
      Path file = Files.writeString(dir.resolve("odd.yaml"), text);
      assertThat(of(file).message()).as(text).isEqualTo("this is not a kubeconfig");
    }
  }

  private Diagnostic of(Path kubeconfig) {
    ClusterSource source =
        new ClusterSource(
            new ClusterSource.Kubeconfig.InFile(kubeconfig),
            new ClusterSource.Context.Current(),
            Duration.ofSeconds(1));
    Diagnostic problem =
        unusable(ClusterReader.read(source, ALL, ReadExtent.ALL_OBJECTS, ReadingProgress.silent()));
    assertThat(problem.code()).isEqualTo(Code.ZC0640);
    return problem;
  }
}
