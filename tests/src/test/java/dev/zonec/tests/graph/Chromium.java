package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.inputs.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser.
 *
 * @param program its program
 */
public record Chromium(Path program) {
  /** The time that the page sees pass, in milliseconds; it stands still during requests. */
  private static final int BUDGET = 30_000;

  /** Returns the browser, if it is installed. */
  public static Optional<Chromium> find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> SearchPath.ofProcess().program(name).stream())
        .findFirst()
        .map(Chromium::new);
  }

  /**
   * Returns the elements of a page after its script has run.
   *
   * @param profile a folder for the data of the browser
   * @param options options of the program
   */
  public String dom(Path profile, String url, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile));
    command.add("--virtual-time-budget=" + BUDGET);
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", url));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return dom;
  }
}
