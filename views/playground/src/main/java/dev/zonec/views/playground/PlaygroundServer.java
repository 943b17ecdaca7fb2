package dev.zonec.views.playground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the page and answers its questions, until it is closed. Every request needs the token of
 * the address.
 */
public final class PlaygroundServer implements AutoCloseable {
  /** The greatest size of a request, in bytes. */
  public static final int LARGEST = 8 << 20;

  /** The seconds in which a request must arrive. */
  private static final int SECONDS = 20;

  private static final int MOST_CONNECTIONS = 64;
  private static final int THREADS = 32;
  private static final int BACKLOG = 50;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int CANCELLED = 409;
  private static final int TOO_LARGE = 413;
  private static final int WRONG_TYPE = 415;
  private static final int BUG = 500;
  private static final int BUSY = 503;

  private final HttpServer server;
  private final Guard guard;
  private final Playground playground;
  private final Consumer<RuntimeException> failed;
  private final PlaygroundPage page = PlaygroundPage.create();
  private final Questions questions = new Questions();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_CONNECTIONS),
          task -> Thread.ofPlatform().daemon().name("zonec requests").unstarted(task));

  private PlaygroundServer(
      HttpServer server, Guard guard, Playground playground, Consumer<RuntimeException> failed) {
    this.server = server;
    this.guard = guard;
    this.playground = playground;
    this.failed = failed;
  }

  /**
   * Starts a server.
   *
   * @param host the name or address to serve at, as the user gave it
   * @param address what {@code host} stands for
   * @param port the port; 0 for any free one
   * @param failed receives exceptions of answers, which are bugs
   * @throws IOException if the port cannot be used
   */
  public static PlaygroundServer start(
      String host,
      InetAddress address,
      int port,
      Playground playground,
      Consumer<RuntimeException> failed)
      throws IOException {
    // The server reads these limits when its classes are loaded.
    System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(SECONDS));
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));
    HttpServer http = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
    PlaygroundServer server = new PlaygroundServer(http, Guard.create(host), playground, failed);
    http.createContext("/", server::handle);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** Returns the address of the page, with the token. */
  public String url() {
    InetSocketAddress address = server.getAddress();
    String host =
        address.getAddress().isAnyLocalAddress()
            ? Guard.literal(InetAddress.getLoopbackAddress())
            : Guard.literal(address.getAddress());
    return "http://" + host + ":" + address.getPort() + "/?token=" + guard.token();
  }

  @Override
  public void close() {
    questions.close();
    server.stop(0);
    threads.shutdownNow();
  }

  /** A response: its status, its type and its body. */
  private record Response(int status, String type, String body) {
    static Response json(Object data) {
      return new Response(
          OK, "application/json; charset=utf-8", new JsonMapper().writeValueAsString(data));
    }

    static Response refused(int status, String reason) {
      return new Response(status, "text/plain; charset=utf-8", reason + "\n");
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response;
      try {
        response = response(exchange);
      } catch (RuntimeException e) {
        failed.accept(e);
        response = Response.refused(BUG, "a bug in zonec: " + e);
      }
      send(exchange, response);
    }
  }

  private Response response(HttpExchange exchange) throws IOException {
    Optional<String> refusal = guard.refusal(exchange);
    if (refusal.isPresent()) {
      return Response.refused(FORBIDDEN, refusal.get());
    }
    return switch (exchange.getRequestURI().getRawPath()) {
      case "/" ->
          only("GET", exchange, () -> new Response(OK, "text/html; charset=utf-8", page.text()));
      case "/menu" -> only("GET", exchange, this::menu);
      case "/open" -> only("POST", exchange, () -> open(exchange));
      case "/ask" -> only("POST", exchange, () -> ask(exchange));
      default -> Response.refused(NOT_FOUND, "there is no such page");
    };
  }

  private interface Handler {
    Response response() throws IOException;
  }

  private static Response only(String method, HttpExchange exchange, Handler handler)
      throws IOException {
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      return Response.refused(WRONG_METHOD, "only " + method + " is allowed");
    }
    return handler.response();
  }

  private Response menu() {
    return Response.json(
        playground.menu().stream()
            .map(each -> Map.of("id", each.id(), "title", each.title()))
            .toList());
  }

  /** The body of a request, or why it is refused. */
  private sealed interface Body {
    record Read(String text) implements Body {}

    record Refused(Response response) implements Body {}
  }

  private static Body body(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.equals("application/json")) {
      return new Body.Refused(
          Response.refused(WRONG_TYPE, "the Content-Type must be application/json"));
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST + 1);
    return bytes.length > LARGEST
        ? new Body.Refused(
            Response.refused(TOO_LARGE, "a request can have " + (LARGEST >> 20) + " MiB"))
        : new Body.Read(new String(bytes, StandardCharsets.UTF_8));
  }

  private Response open(HttpExchange exchange) throws IOException {
    return switch (body(exchange)) {
      case Body.Refused(Response response) -> response;
      case Body.Read(String text) ->
          AskedQuestion.workspace(text)
              .flatMap(playground::open)
              .map(each -> Response.json(WorkspaceData.of(each)))
              .orElseGet(() -> Response.refused(NOT_FOUND, "there is nothing of this id to open"));
    };
  }

  private Response ask(HttpExchange exchange) throws IOException {
    return switch (body(exchange)) {
      case Body.Refused(Response response) -> response;
      case Body.Read(String text) ->
          switch (AskedQuestion.of(text)) {
            case AskedQuestion.Reading.Malformed(String reason) ->
                Response.refused(BAD_REQUEST, reason);
            case AskedQuestion.Reading.Read(AskedQuestion asked) -> ask(asked);
          };
    };
  }

  private Response ask(AskedQuestion asked) {
    return switch (questions.ask(asked.origin(), () -> answered(asked))) {
      case Questions.Outcome.Answered<Response>(Response response) -> response;
      case Questions.Outcome.Cancelled<Response>() ->
          Response.refused(CANCELLED, "a later edit has cancelled the question");
      case Questions.Outcome.Busy<Response>() ->
          Response.refused(BUSY, "too many questions are waiting");
    };
  }

  private Response answered(AskedQuestion asked) {
    if (asked.question().isEmpty()) {
      return Response.json(Tokens.of(asked.program()));
    }
    return playground
        .answer(asked.question().get())
        .map(answer -> Response.json(data(answer)))
        .orElseGet(() -> Response.refused(NOT_FOUND, "there is nothing of this id to open"));
  }

  private static Map<String, Object> data(Playground.Answer answer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("command", answer.command());
    data.put("exit", answer.exit());
    data.put("out", answer.out());
    data.put("err", answer.err());
    return data;
  }

  private void send(HttpExchange exchange, Response response) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", response.type());
    headers.put("Content-Security-Policy", page.policy());
    headers.put("Cache-Control", "no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.forEach(exchange.getResponseHeaders()::set);
    if (response.status() == TOO_LARGE) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), head ? -1 : bytes.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }
}
