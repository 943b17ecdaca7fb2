package dev.zonec.tests.integrations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A server that stands for the comments of GitHub's REST API. */
final class CommentServer implements AutoCloseable {
  static final String TOKEN = "secret-token";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<String> comments = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private String refusedMethod = "";
  private int refusal = 0;
  private int others = 0;

  CommentServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The bodies of the comments; the number of a comment is its position, counted from 1. */
  List<String> comments() {
    return comments;
  }

  List<String> requests() {
    return requests;
  }

  /** Answers requests of {@code method} with {@code status}, and all others as usual. */
  void refuse(String method, int status) {
    refusedMethod = method;
    refusal = status;
  }

  /** Lets the first {@code count} comments be of another author. */
  void authoredByOthers(int count) {
    others = count;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    requests.add(method + " " + path);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, Map.of("message", "Bad credentials", "status", "401"));
    } else if (method.equals(refusedMethod)) {
      send(exchange, refusal, Map.of("message", "refused", "status", "" + refusal));
    } else if (method.equals("GET") && path.equals("/repos/acme/shop/issues/7/comments")) {
      int page = page(exchange.getRequestURI().getQuery());
      List<Map<String, Object>> all = new ArrayList<>();
      for (int i = (page - 1) * 100; i < Math.min(comments.size(), page * 100); i++) {
        String login = i >= others ? "github-actions[bot]" : "somebody";
        all.add(Map.of("id", i + 1, "user", Map.of("login", login), "body", comments.get(i)));
      }
      send(exchange, 200, all);
    } else if (method.equals("POST") && path.equals("/repos/acme/shop/issues/7/comments")) {
      comments.add(JSON.readTree(body).get("body").asString());
      send(exchange, 201, Map.of("id", comments.size()));
    } else if (method.equals("PATCH") && path.startsWith("/repos/acme/shop/issues/comments/")) {
      int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
      comments.set(id - 1, JSON.readTree(body).get("body").asString());
      send(exchange, 200, Map.of("id", id));
    } else {
      send(exchange, 404, Map.of("message", "Not Found", "status", "404"));
    }
  }

  private static int page(String query) {
    return Integer.parseInt(query.substring(query.lastIndexOf("page=") + "page=".length()));
  }

  private static void send(HttpExchange exchange, int status, Object data) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(data);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
