package dev.zonec.tests.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.zonec.lsp.LanguageServing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * An editor that speaks the language server protocol with a server on two streams. It writes and
 * reads the messages itself, so that the test does not depend on the library of the server.
 */
final class EditorClient implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final OutputStream toServer;
  private final CompletableFuture<Boolean> served;
  private final Map<Integer, JsonObject> answers = new HashMap<>();
  private final List<JsonObject> notices = new ArrayList<>();
  private int last;

  EditorClient() throws IOException {
    PipedInputStream serverIn = new PipedInputStream(1 << 16);
    toServer = new PipedOutputStream(serverIn);
    PipedInputStream fromServer = new PipedInputStream(1 << 16);
    OutputStream serverOut = new PipedOutputStream(fromServer);
    served = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                served.complete(
                    LanguageServing.serve(
                        serverIn, serverOut, "test", () -> LocalDate.of(2026, 11, 23)));
              } catch (RuntimeException | Error e) {
                served.completeExceptionally(e);
              }
            });
    Thread.ofPlatform().daemon().start(() -> read(new BufferedInputStream(fromServer)));
  }

  private void read(InputStream in) {
    try {
      while (true) {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          if (line.startsWith("Content-Length: ")) {
            length = Integer.parseInt(line.substring("Content-Length: ".length()));
          }
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        JsonObject message = JsonParser.parseString(text).getAsJsonObject();
        synchronized (this) {
          if (message.has("id") && !message.has("method")) {
            answers.put(message.get("id").getAsInt(), message);
          } else {
            notices.add(message);
          }
          notifyAll();
        }
        if (message.has("id") && message.has("method")) {
          answer(message.get("id"));
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The server has ended.
      return;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the end of the stream");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Answers a request of the server, such as one to refresh something. */
  private void answer(JsonElement id) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.add("id", id);
    message.add("result", com.google.gson.JsonNull.INSTANCE);
    write(message);
  }

  private synchronized void write(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    toServer.write(
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    toServer.write(body);
    toServer.flush();
  }

  /** Sends a notification. */
  void tell(String method, String params) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", JsonParser.parseString(params));
    write(message);
  }

  /** Sends a request without waiting for its answer, and returns its number. */
  int send(String method, String params) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("id", ++last);
    message.addProperty("method", method);
    message.add("params", JsonParser.parseString(params));
    write(message);
    return last;
  }

  /** Sends a request and returns the whole answer, with its result or error. */
  synchronized JsonObject ask(String method, String params) throws Exception {
    int id = send(method, params);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers.containsKey(id)) {
      await(end, method);
    }
    return answers.get(id);
  }

  /** Sends a request and returns the result. */
  JsonElement result(String method, String params) throws Exception {
    JsonObject answer = ask(method, params);
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer.get("error"));
    }
    return answer.get("result");
  }

  /** Waits for a notification that was not taken yet, and takes all up to it. */
  synchronized JsonObject take(String method, Predicate<JsonObject> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (int i = 0; i < notices.size(); i++) {
        JsonObject notice = notices.get(i);
        if (notice.get("method").getAsString().equals(method)
            && wanted.test(notice.getAsJsonObject("params"))) {
          notices.subList(0, i + 1).clear();
          return notice.getAsJsonObject("params");
        }
      }
      await(end, method);
    }
  }

  /** Returns the notifications that were not taken. */
  synchronized List<JsonObject> untaken() {
    return List.copyOf(notices);
  }

  private void await(long end, String what) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new AssertionError("no answer: " + what + "; " + notices);
    }
    wait(left);
  }

  /** Waits for the problems of a version of a document. */
  JsonArray problems(Path file, int version) throws Exception {
    return take(
            "textDocument/publishDiagnostics",
            params ->
                params.get("uri").getAsString().equals(uri(file))
                    && params.has("version")
                    && params.get("version").getAsInt() == version)
        .getAsJsonArray("diagnostics");
  }

  void open(Path file, int version, String text) throws IOException {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri(file));
    document.addProperty("languageId", "zone");
    document.addProperty("version", version);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    tell("textDocument/didOpen", params.toString());
  }

  /** Replaces the characters between two positions. */
  void change(Path file, int version, int line, int from, int to, String text) throws IOException {
    JsonObject change = new JsonObject();
    change.add(
        "range",
        JsonParser.parseString(
            "{\"start\":{\"line\":%d,\"character\":%d},\"end\":{\"line\":%d,\"character\":%d}}"
                .formatted(line, from, line, to)));
    change.addProperty("text", text);
    changed(file, version, change);
  }

  /** Replaces the whole text. */
  void replace(Path file, int version, String text) throws IOException {
    JsonObject change = new JsonObject();
    change.addProperty("text", text);
    changed(file, version, change);
  }

  private void changed(Path file, int version, JsonObject change) throws IOException {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri(file));
    document.addProperty("version", version);
    JsonArray changes = new JsonArray();
    changes.add(change);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    params.add("contentChanges", changes);
    tell("textDocument/didChange", params.toString());
  }

  /** Returns the parameters of a request about a position. */
  static String at(Path file, int line, int character) {
    return "{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":%d,\"character\":%d}%s}"
        .formatted(uri(file), line, character, "");
  }

  /** Returns the parameters of a request about a document. */
  static String of(Path file) {
    return "{\"textDocument\":{\"uri\":\"%s\"}}".formatted(uri(file));
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  /** Waits for the end of the server, and returns whether it was shut down before. */
  boolean ended() throws Exception {
    return served.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    toServer.close();
  }
}
