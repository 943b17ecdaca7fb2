package dev.zonec.kubernetes.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API server that does what a test says: it lists, in pages, and fails. */
public final class ScriptedServer implements AutoCloseable {
  /** Answers a request in its own way. */
  public interface Script {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public static final String TOKEN = "s3cr3t-t0ken";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    answers("/apis", 200, "{\"kind\": \"APIGroupList\", \"groups\": []}");
    list("/api/v1/namespaces");
    for (ApiResource resource : BuiltinResources.OTHERS) {
      list(resource.path());
    }
  }

  /** Lists {@code items}, JSON objects, at {@code path}, whatever was said of it before. */
  public ScriptedServer list(String path, String... items) {
    lists.put(path, List.of(items));
    scripts.remove(path);
    return this;
  }

  public ScriptedServer answers(String path, int status, String body) {
    return does(path, exchange -> send(exchange, status, body));
  }

  /** Does as scripted at {@code path}. */
  public ScriptedServer does(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** The paths that were asked for, each with its query, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Writes a kubeconfig whose current context, {@code kind-dev}, is this server. */
  public Path kubeconfig(Path folder) {
    return kubeconfig(folder, url());
  }

  public static Path kubeconfig(Path folder, String url) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: kind-dev
        contexts:
        - name: kind-dev
          context: {cluster: here, user: me}
        clusters:
        - name: here
          cluster: {server: "%s"}
        users:
        - name: me
          user: {token: %s}
        """
            .formatted(url, TOKEN);
    try {
      return Files.writeString(folder.resolve("kubeconfig.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClusterReading read(Path folder, Scope scope) {
    return read(folder, scope, Duration.ofSeconds(20));
  }

  ClusterReading read(Path folder, Scope scope, Duration timeout) {
    ClusterSource source =
        new ClusterSource(
            new ClusterSource.Kubeconfig.InFile(kubeconfig(folder)),
            new ClusterSource.Context.Current(),
            timeout);
    return ClusterReader.read(source, scope, ReadExtent.ALL_OBJECTS, ReadingProgress.silent());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestURI().toString());
    try (exchange) {
      Script script = scripts.get(path);
      if (script != null) {
        script.answer(exchange);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, status(405, "only reading is expected"));
      } else if (lists.containsKey(path)) {
        send(exchange, 200, page(lists.get(path), query(exchange)));
      } else {
        send(exchange, 404, status(404, "the server could not find the requested resource"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /** A page as an API server cuts it, its token being where the next one begins. */
  public static String page(List<String> items, Map<String, String> query) {
    int from = Integer.parseInt(query.getOrDefault("continue", "0").replace("from ", ""));
    int limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(items.size())));
    int to = Math.min(items.size(), from + limit);
    String next = to < items.size() ? ", \"continue\": \"from " + to + "\"" : "";
    return "{\"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"7\""
        + next
        + "}, \"items\": ["
        + String.join(",", new ArrayList<>(items.subList(from, to)))
        + "]}";
  }

  public static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A Status object, as servers send it with an error. */
  public static String status(int code, String message) {
    return "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"code\": "
        + code
        + ", \"message\": \""
        + message
        + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
