package dev.zonec.tests.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --watch} runs again after every change of an input, and after nothing else. */
final class WatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String END = "waiting for changes";

  private static final String PROGRAM =
      """
      module shop
      import "../lib/base.zone" as base

      zone web { namespace shop  pods app=web }
      zone db  { namespace shop  pods app=db }

      allow web -> db : tcp/5432
      assert reach: no path internet ~> db
      """;

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: NAME, namespace: shop}
      spec:
        selector: {matchLabels: {app: NAME}}
        template:
          metadata: {labels: {app: NAME}}
          spec: {containers: [{name: main}]}
      """;

  private static final String OPEN =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: open, namespace: shop}
      spec:
        podSelector: {}
        ingress: [{}]
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicInteger exit = new AtomicInteger(-1);
  private Thread thread = new Thread(() -> {});

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("zones"));
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(folder.resolve("k8s"));
    Files.writeString(folder.resolve("zones/shop.zone"), PROGRAM);
    Files.writeString(
        folder.resolve("lib/base.zone"),
        "module base\nzone jobs { namespace jobs  pods app=job }\n");
    Files.writeString(folder.resolve("k8s/web.yaml"), DEPLOYMENT.replace("NAME", "web"));
    Files.writeString(folder.resolve("k8s/db.yaml"), DEPLOYMENT.replace("NAME", "db"));
    Files.writeString(
        folder.resolve("zonec.yaml"), "program: zones\nmanifests: k8s\nallow-outside: true\n");
  }

  @AfterEach
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  private void start(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--as-of", "2026-11-28", "--watch"));
    thread =
        new Thread(
            () ->
                exit.set(
                    Main.run(
                        folder,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        args.toArray(String[]::new))));
    thread.start();
  }

  /** Waits for the end of this run, and returns the standard error of all runs. */
  private String afterRun(int number) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (runs() < number && Instant.now().isBefore(end)) {
      Thread.sleep(10);
    }
    assertThat(runs()).as("%s%s", out, err).isEqualTo(number);
    return err.toString();
  }

  private int runs() {
    return err.toString().split(END, -1).length - 1;
  }

  private void save(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void aSaveIsVerified() throws IOException, InterruptedException {
    start("verify", "-v");
    assertThat(afterRun(1)).contains("exit code 0");
    save("zones/shop.zone", PROGRAM.replace("internet ~> db", "web ~> db"));
    assertThat(afterRun(2))
        .contains("-- changed: ")
        .contains("shop.zone")
        .contains("ZC0501")
        .contains("exit code 1");
    save("zones/shop.zone", PROGRAM);
    assertThat(afterRun(3)).endsWith("waiting for changes, Ctrl-C ends\n");
    assertThat(err.toString().lines().filter(line -> line.startsWith("cache:")).toList())
        .hasSize(3)
        .last()
        .asString()
        .isEqualTo("cache: 15 of 16 obligations were proved before");
  }

  @Test
  void aBrokenFileIsReportedAndMended() throws IOException, InterruptedException {
    start("verify");
    afterRun(1);
    save("zones/shop.zone", PROGRAM + "allow web -> \n");
    assertThat(afterRun(2)).contains("error[ZC0").contains("exit code 3");
    save("zones/shop.zone", PROGRAM);
    assertThat(afterRun(3)).contains("exit code 0");
    Files.delete(folder.resolve("zones/shop.zone"));
    assertThat(afterRun(4)).contains("ZC0103");
    save("zones/shop.zone", PROGRAM);
    afterRun(5);
    assertThat(out.toString().split("no blocked flow: proved", -1)).hasSize(4);
  }

  @Test
  void newFilesImportsAndSettingsAreInputs() throws IOException, InterruptedException {
    start("verify", "--as-written");
    afterRun(1);
    save("k8s/open.yaml", OPEN);
    assertThat(afterRun(2)).contains("open.yaml");
    Files.createDirectories(folder.resolve("k8s/more"));
    save("k8s/more/second.yaml", OPEN.replace("name: open", "name: second"));
    assertThat(afterRun(3)).contains("second.yaml");
    save("lib/base.zone", "module base\nzone jobs { namespace jobs  pods app=jobs }\n");
    assertThat(afterRun(4)).contains("base.zone");
    save("zonec.yaml", "program: zones\nmanifests: k8s\nallow-outside: true\ntimeout: 50\n");
    assertThat(afterRun(5)).contains("zonec.yaml");
  }

  /** Many editors write a new file and rename it. */
  @Test
  void aFileThatIsReplacedIsAChange() throws IOException, InterruptedException {
    start("verify");
    afterRun(1);
    Path draft = Files.writeString(folder.resolve("zones/.shop.zone.swp"), PROGRAM + "\n\n");
    Files.move(draft, folder.resolve("zones/shop.zone"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(afterRun(2)).contains("shop.zone");
  }

  @Test
  void severalFilesAreOneChange() throws IOException, InterruptedException {
    start("verify");
    afterRun(1);
    for (int i = 0; i < 5; i++) {
      save("k8s/extra" + i + ".yaml", DEPLOYMENT.replace("NAME", "extra" + i));
    }
    assertThat(afterRun(2)).contains("extra0.yaml, ").contains(" and 1 more");
  }

  @Test
  void whatARunWritesIsNoChange() throws IOException, InterruptedException {
    start(
        "verify",
        "--out",
        "json=" + folder.resolve("k8s/report.json"),
        "--cache",
        folder.resolve("zones/cache").toString());
    afterRun(1);
    save("k8s/notes.txt", "not a manifest");
    Thread.sleep(1500);
    assertThat(runs()).isEqualTo(1);
    assertThat(folder.resolve("k8s/report.json")).exists();
    assertThat(folder.resolve("zones/cache")).isDirectory();
  }

  @Test
  void expectationsAreChecked() throws IOException, InterruptedException {
    save("zones/shop.expect", "expect allowed web -> db : tcp/5432\n");
    start("test");
    afterRun(1);
    save("zones/shop.expect", "expect denied web -> db : tcp/5432\n");
    assertThat(afterRun(2)).contains("shop.expect").contains("exit code 1");
  }

  @Test
  void theExitCodeIsThatOfTheLastRun() throws IOException, InterruptedException {
    start("verify");
    afterRun(1);
    save("zones/shop.zone", PROGRAM.replace("internet ~> db", "web ~> db"));
    afterRun(2);
    end();
    assertThat(exit).hasValue(1);
  }

  @Test
  void inputsThatAreNoFilesAreRefused() throws InterruptedException {
    start("verify", "-m", "-");
    thread.join(PATIENCE.toMillis());
    assertThat(exit).hasValue(2);
    assertThat(err.toString()).contains("--watch").contains("standard input");
    start("verify", "-k");
    thread.join(PATIENCE.toMillis());
    assertThat(err.toString()).contains("a cluster (-k)");
  }
}
