package dev.zonec.tests.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which requests {@code zonec serve} answers. */
final class PlaygroundProtocolTest {
  private static ServedPage page;

  @BeforeAll
  static void serve() throws IOException {
    page = ServedPage.of("--no-config");
  }

  @AfterAll
  static void end() throws Exception {
    assertThat(page.end()).isZero();
  }

  @Test
  void theAddressIsOfThisMachineAndHasALongToken() throws Exception {
    assertThat(page.url().getHost()).isEqualTo("127.0.0.1");
    assertThat(page.token()).matches("[\\w-]{43}");
    try (ServedPage other = ServedPage.of("--no-config")) {
      assertThat(other.token()).isNotEqualTo(page.token());
    }
  }

  @Test
  void thePageAllowsOnlyItself() throws IOException {
    ServedPage.Response response =
        page.send("GET", "/?token=" + page.token(), Map.of("Host", page.host()), null);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .contains(
            "default-src 'none'; connect-src 'self'; script-src 'sha256-",
            "frame-ancestors 'none'",
            "cache-control: no-store",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff")
        .doesNotContain("unsafe", "access-control", "set-cookie");
    assertThat(response.body()).doesNotContainPattern("\\s(style|on[a-z]+|src|href)=\"");
    assertThat(response.body().split("<script", -1)).hasSize(2);
  }

  @Test
  void requestsWithoutTheTokenAreRefused() throws IOException {
    String token = page.token();
    List<String> wrong =
        List.of("", "x", token.substring(1), token + "x", token.toLowerCase(), "é" + token);
    for (String target :
        List.of("/", "/menu", "/open", "/ask", "/other", "/?token=", "/?token=x")) {
      for (String method : List.of("GET", "POST", "HEAD", "DELETE")) {
        assertThat(page.send(method, target, Map.of("Host", page.host()), "{}").status())
            .as(method + " " + target)
            .isEqualTo(403);
      }
      for (String each : wrong) {
        Map<String, String> headers = Map.of("Host", page.host(), "X-Zonec-Token", each);
        assertThat(page.send("GET", target, headers, null).status()).isEqualTo(403);
      }
    }
  }

  /** A form of another site can send a request with a query, but no header. */
  @Test
  void aQuestionNeedsTheTokenInAHeader() throws IOException {
    Map<String, String> headers = Map.of("Host", page.host(), "Content-Type", "application/json");
    assertThat(page.send("POST", "/ask?token=" + page.token(), headers, "{}").status())
        .isEqualTo(403);
    assertThat(page.send("POST", "/open?token=" + page.token(), headers, "{}").status())
        .isEqualTo(403);
  }

  @Test
  void otherHostsAreRefused() throws IOException {
    int port = page.url().getPort();
    for (String host :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1",
            "127.0.0.1:" + (port + 1),
            "127.0.0.1.evil.example:" + port,
            "0.0.0.0:" + port,
            "127.0.0.1:" + port + ".evil.example",
            "")) {
      Map<String, String> headers = page.headers();
      headers.put("Host", host);
      assertThat(page.send("GET", "/menu", headers, null).status()).as(host).isEqualTo(403);
    }
    Map<String, String> named = page.headers();
    named.put("Host", "localhost:" + port);
    assertThat(page.send("GET", "/menu", named, null).status()).isEqualTo(200);
    Map<String, String> none = page.headers();
    none.remove("Host");
    assertThat(page.send("GET", "/menu", none, null).status()).isIn(400, 403);
  }

  @Test
  void otherOriginsAreRefused() throws IOException {
    int port = page.url().getPort();
    for (String origin :
        List.of(
            "http://evil.example",
            "null",
            "https://" + page.host(),
            "http://127.0.0.1",
            "http://localhost:" + port,
            "http://127.0.0.1:" + (port + 1))) {
      Map<String, String> headers = page.headers();
      headers.put("Origin", origin);
      assertThat(page.send("GET", "/menu", headers, null).status()).as(origin).isEqualTo(403);
    }
    Map<String, String> own = page.headers();
    own.put("Origin", "http://" + page.host());
    assertThat(page.send("GET", "/menu", own, null).status()).isEqualTo(200);
  }

  @Test
  void otherMethodsAreNotAllowed() throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH")) {
      for (String target : List.of("/", "/menu")) {
        ServedPage.Response response = page.send(method, target, page.headers(), null);
        assertThat(response.status()).as(method + " " + target).isEqualTo(405);
        assertThat(response.headers()).contains("allow: get").doesNotContain("access-control");
      }
    }
    for (String target : List.of("/open", "/ask")) {
      ServedPage.Response response = page.get(target);
      assertThat(response.status()).isEqualTo(405);
      assertThat(response.headers()).contains("allow: post");
    }
  }

  @Test
  void nothingElseCanBeRead() throws IOException {
    for (String target :
        List.of(
            "/../../../etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/examples/store/zones/store.zone",
            "/menu/",
            "//menu",
            "/index.html",
            "/playground.js")) {
      assertThat(page.get(target).status()).as(target).isEqualTo(404);
    }
    for (String id : List.of("given", "../examples", "/etc/passwd", "shop/../bank", "Shop", "-")) {
      assertThat(page.post("/open", "{\"workspace\": \"" + id + "\"}").status())
          .as(id)
          .isEqualTo(404);
    }
    JsonNode store = page.open("store");
    assertThat(page.ask(ServedPage.question("given", store, "verify", "")).status()).isEqualTo(404);
  }

  @Test
  void largeRequestsAreRefused() throws IOException {
    Map<String, String> headers = page.headers();
    headers.put("Content-Type", "application/json");
    int most = 8 << 20;
    assertThat(page.send("POST", "/ask", headers, " ".repeat(most)).status()).isEqualTo(400);
    assertThat(page.send("POST", "/ask", headers, " ".repeat(most + 1)).status()).isEqualTo(413);
    headers.put("Transfer-Encoding", "chunked");
    String chunk = Integer.toHexString(most + 1) + "\r\n" + " ".repeat(most + 1) + "\r\n0\r\n\r\n";
    assertThat(page.send("POST", "/ask", headers, chunk).status()).isEqualTo(413);
  }

  @Test
  void malformedRequestsAreRefused() throws IOException {
    Map<String, String> form = page.headers();
    form.put("Content-Type", "text/plain");
    assertThat(page.send("POST", "/ask", form, "{}").status()).isEqualTo(415);
    assertThat(page.send("POST", "/ask", page.headers(), "{}").status()).isEqualTo(415);
    String question =
        new JsonMapper()
            .writeValueAsString(ServedPage.question("store", page.open("store"), "verify", ""));
    assertThat(page.post("/ask", question).status()).isEqualTo(200);
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{}",
            "[".repeat(100_000),
            question.replace("\"edit\":1", "\"edit\":\"1\""),
            question.replace("\"edit\":1", "\"edit\":1e400"),
            question.replace("\"kind\":\"verify\"", "\"kind\":\"init\""),
            question.replace("\"kind\":\"verify\"", "\"kind\":\"VERIFY\""),
            question.replace("\"kind\":\"verify\"", "\"kind\":\"query\""),
            question.replace("\"program\":[", "\"program\":[1,"),
            question.replace(
                "\"program\":[", "\"program\":[{\"name\":\"a\\u0000b\",\"text\":\"\"},"),
            question.replace(
                "\"program\":[", "\"program\":[{\"name\":\"a\",\"text\":\"\\ud800\"},"),
            question.replace(
                "\"program\":[", "\"program\":[{\"name\":\"./store/k8s/db.yaml\",\"text\":\"\"},"),
            question.replace("\"page\":\"test\"", "\"page\":\"" + "x".repeat(2000) + "\""))) {
      assertThat(page.post("/ask", body).status())
          .as(body.substring(0, Math.min(body.length(), 200)))
          .isEqualTo(400);
    }
  }

  @Test
  void aPortInUseIsAnError() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = Run.zonec("serve", "--no-config", "--port=" + taken.getLocalPort());
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("cannot serve at 127.0.0.1 port " + taken.getLocalPort() + ": ");
    }
  }

  @Test
  void anotherAddressHasToBeAskedForAndIsWarnedOf() throws Exception {
    assertThat(page.err()).doesNotContain("warning");
    try (ServedPage open = ServedPage.of("--no-config", "--host=0.0.0.0")) {
      assertThat(open.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(open.get("/menu").status()).isEqualTo(200);
      Map<String, String> rebound = open.headers();
      rebound.put("Host", "evil.example:" + open.url().getPort());
      assertThat(open.send("GET", "/menu", rebound, null).status()).isEqualTo(403);
      assertThat(open.err()).contains("warning: this address can be reached from other machines");
    }
  }

  /** The server ends with the command, and answers nothing any more. */
  @Test
  void theServerEndsWithTheCommand() throws Exception {
    ServedPage other = ServedPage.of("--no-config");
    URI url = other.url();
    assertThat(other.get("/menu").status()).isEqualTo(200);
    assertThat(other.end()).isZero();
    try (ServerSocket again =
        new ServerSocket(url.getPort(), 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(again.isBound()).isTrue();
    }
  }
}
