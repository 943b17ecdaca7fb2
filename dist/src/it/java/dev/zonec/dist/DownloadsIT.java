package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs are used only if they are complete and have the right sum. */
final class DownloadsIT {
  private static final byte[] CONTENT = "a JDK".repeat(10_000).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path cache;
  private HttpServer server;
  private int requests;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests++;
          switch (exchange.getRequestURI().getPath()) {
            case "/whole" -> {
              exchange.sendResponseHeaders(200, CONTENT.length);
              exchange.getResponseBody().write(CONTENT);
            }
            case "/cut-off" -> {
              exchange.sendResponseHeaders(200, CONTENT.length);
              exchange.getResponseBody().write(CONTENT, 0, CONTENT.length / 2);
              exchange.getResponseBody().flush();
            }
            case "/changed" -> {
              exchange.sendResponseHeaders(200, CONTENT.length);
              byte[] changed = CONTENT.clone();
              changed[0]++;
              exchange.getResponseBody().write(changed);
            }
            case "/moved" -> {
              exchange.getResponseHeaders().set("Location", "/whole");
              exchange.sendResponseHeaders(302, -1);
            }
            default -> exchange.sendResponseHeaders(404, -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileIsDownloadedOnce() throws Exception {
    Path file = new Downloads(cache).file(input("whole"));
    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(new Downloads(cache).file(input("whole"))).isEqualTo(file);
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void aRedirectIsFollowed() throws Exception {
    assertThat(new Downloads(cache).file(input("moved"))).hasBinaryContent(CONTENT);
  }

  @Test
  void aFileWithAnotherSumIsRefused() throws Exception {
    refused("has the SHA-256", "changed");
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws Exception {
    refused("cannot be downloaded", "cut-off");
  }

  @Test
  void aFileThatIsAbsentIsNamed() throws Exception {
    refused("/absent cannot be downloaded: status 404", "absent");
  }

  @Test
  void theNextAddressIsTaken() throws Exception {
    assertThat(new Downloads(cache).file(input("absent", "changed", "cut-off", "whole")))
        .hasBinaryContent(CONTENT);
    assertThat(requests).isEqualTo(4);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aDamagedFileInTheCacheIsDownloadedAgain() throws Exception {
    Path file = new Downloads(cache).file(input("whole"));
    Files.writeString(file, "damaged");
    assertThat(new Downloads(cache).file(input("whole"))).hasBinaryContent(CONTENT);
  }

  private void refused(String reason, String path) throws Exception {
    assertThatThrownBy(() -> new Downloads(cache).file(input(path)))
        .isInstanceOf(MissingInput.class)
        .hasMessageContaining(reason);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  private Input input(String... paths) {
    return new Input(
        "jdk",
        Platform.LINUX_X64,
        "1",
        HexFormat.of().formatHex(Checksums.digest().digest(CONTENT)),
        Stream.of(paths)
            .map(
                each ->
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + each))
            .toList());
  }
}
