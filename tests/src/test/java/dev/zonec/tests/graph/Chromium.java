package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser that shows pages without a window. */
final class Chromium {
  private Chromium() {}

  /** Returns the browser; empty if none is installed. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Returns the elements of a page after its scripts have run.
   *
   * @param profile a folder for the data of the browser
   */
  static String dom(Path browser, Path profile, String address, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(browser.toString(), "--headless"));
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile));
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", address));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return dom;
  }
}
