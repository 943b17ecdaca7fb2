package dev.zonec.dist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Downloads inputs once, into a cache by their sums. */
final class Downloads {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final Path cache;

  /**
   * @param cache the folder that keeps the downloaded files
   */
  Downloads(Path cache) {
    this.cache = cache;
  }

  /** Returns the file of {@code input}, whose sum is checked. */
  Path file(Input input) throws IOException, MissingInput {
    Path file = cache.resolve(input.sha256());
    if (Files.exists(file) && Checksums.sha256(file).equals(input.sha256())) {
      return file;
    }
    Files.createDirectories(cache);
    List<String> reasons = new ArrayList<>();
    for (URI address : input.addresses()) {
      Path part = Files.createTempFile(cache, "part", "");
      try {
        download(address, part);
        String sum = Checksums.sha256(part);
        if (!sum.equals(input.sha256())) {
          throw new MissingInput(
              address + " has the SHA-256 " + sum + " instead of " + input.sha256());
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (MissingInput e) {
        reasons.add(e.getMessage());
      } finally {
        Files.deleteIfExists(part);
      }
    }
    throw new MissingInput(String.join("; ", reasons));
  }

  private static void download(URI address, Path part) throws IOException, MissingInput {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT)
            .build()) {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(part));
      if (response.statusCode() != 200) {
        throw new MissingInput(address + " cannot be downloaded: status " + response.statusCode());
      }
    } catch (IOException e) {
      throw new MissingInput(address + " cannot be downloaded: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingInput(address + " was not downloaded: interrupted");
    }
  }
}
