package dev.zonec.tests.playground;

import dev.zonec.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of {@code zonec serve}, and requests to it. */
final class ServedPage implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Thread thread;
  private final FutureTask<Integer> run;
  private final StringWriter err = new StringWriter();
  private final URI url;

  /**
   * A response.
   *
   * @param headers its status line and its headers, in lower case
   */
  record Response(int status, String headers, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private ServedPage(Path folder, List<String> words) throws IOException {
    PipedWriter out = new PipedWriter();
    PipedReader in = new PipedReader(out);
    List<String> args = new ArrayList<>(List.of("serve"));
    args.addAll(words);
    run =
        new FutureTask<>(
            () -> {
              try (PrintWriter printed = new PrintWriter(out)) {
                return Main.run(folder, printed, new PrintWriter(err), args.toArray(String[]::new));
              }
            });
    thread = new Thread(run, "serve");
    thread.setDaemon(true);
    thread.start();
    String line = new BufferedReader(in).readLine();
    if (line == null) {
      throw new IOException("nothing is served: " + err);
    }
    url = URI.create(line);
  }

  static ServedPage of(String... words) throws IOException {
    return new ServedPage(Path.of(""), List.of(words));
  }

  /** Serves with the configuration file of {@code folder}. */
  static ServedPage in(Path folder, String... words) throws IOException {
    return new ServedPage(folder, List.of(words));
  }

  URI url() {
    return url;
  }

  String err() {
    return err.toString();
  }

  String token() {
    return url.getQuery().substring("token=".length());
  }

  String host() {
    return url.getAuthority();
  }

  /** Returns the headers of a request of the page. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", host());
    headers.put("X-Zonec-Token", token());
    return headers;
  }

  /** Sends exactly this request; without a body if it is null. */
  Response send(String method, String target, Map<String, String> headers, String body)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    if (body != null && !headers.containsKey("Transfer-Encoding")) {
      head.append("Content-Length: " + content.length + "\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort())) {
      socket.setSoTimeout((int) TimeUnit.MINUTES.toMillis(2));
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(content);
      socket.getOutputStream().flush();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      return new Response(
          Integer.parseInt(all.substring(9, 12)),
          all.substring(0, end).toLowerCase(java.util.Locale.ROOT),
          all.substring(end + 4));
    }
  }

  Response get(String target) throws IOException {
    return send("GET", target, headers(), null);
  }

  Response post(String target, String body) throws IOException {
    Map<String, String> headers = headers();
    headers.put("Content-Type", "application/json");
    headers.put("Origin", "http://" + host());
    return send("POST", target, headers, body);
  }

  /** Opens a workspace of the menu. */
  JsonNode open(String id) throws IOException {
    return post("/open", JSON.writeValueAsString(Map.of("workspace", id))).json();
  }

  /** Returns the request of a question about the texts that were opened. */
  static Map<String, Object> question(String id, JsonNode opened, String kind, String text) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("page", "test");
    question.put("edit", 1);
    question.put("kind", kind);
    question.put("workspace", id);
    question.put("program", opened.get("program"));
    question.put("manifests", opened.get("manifests"));
    question.put("question", text);
    return question;
  }

  Response ask(Map<String, Object> question) throws IOException {
    return post("/ask", JSON.writeValueAsString(question));
  }

  /** Asks about the texts that were opened, and returns the answer. */
  JsonNode ask(String id, JsonNode opened, String kind, String text) throws IOException {
    Response response = ask(question(id, opened, kind, text));
    if (response.status() != 200) {
      throw new IOException(response.toString());
    }
    return response.json();
  }

  /** Ends the command as Ctrl-C does, and returns its exit code. */
  int end() throws Exception {
    thread.interrupt();
    return run.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
