package dev.zonec.tests.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launchers choose the options for Java by the work that they are started for. */
@DisabledOnOs(OS.WINDOWS)
final class JavaOptionsTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));

  @TempDir Path temp;
  private String path = System.getenv("PATH");

  @Test
  void codeIsCompiledWellForLargeManifestsAndServers() throws Exception {
    Path large = Files.createDirectory(temp.resolve("large"));
    for (int i = 0; i < 5; i++) {
      sized(large.resolve("part" + i + ".yaml"), 8);
    }
    Path small = Files.createDirectory(temp.resolve("small"));
    sized(small.resolve("most.yml"), 31);
    sized(small.resolve("dump.sql"), 100);
    Files.createDirectory(small.resolve(".git"));
    sized(small.resolve(".git/old.json"), 100);
    Path file = temp.resolve("cluster.json");
    sized(file, 33);
    String quickly = "-XX:TieredStopAtLevel=1 -Xmn16m";
    String well = "-Xmn64m -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders";
    Path tiny = temp.resolve("tiny");
    Files.createDirectory(tiny);
    Files.writeString(tiny.resolve("pod.yaml"), "kind: Pod");
    assertThat(javaOptions()).isEqualTo(quickly);
    assertThat(javaOptions("query", "connections", "-m", "" + tiny))
        .isEqualTo("-XX:TieredStopAtLevel=1 -Xmn6m");
    assertThat(javaOptions("query", "connections", "-m", "" + tiny, "-m", "" + small))
        .isEqualTo(quickly);
    assertThat(javaOptions("query", "connections", "-m", "" + small)).isEqualTo(quickly);
    assertThat(javaOptions("query", "" + large)).as("no manifests").isEqualTo(quickly);
    assertThat(javaOptions("query", "-m", "" + temp.resolve("absent"))).isEqualTo(quickly);
    assertThat(javaOptions("query", "-m", "" + large, "connections")).isEqualTo(well);
    assertThat(javaOptions("verify", "zones", "-m", "" + small, "-m", "" + file)).isEqualTo(well);
    assertThat(javaOptions("verify", "--manifests=" + file)).isEqualTo(well);
    assertThat(javaOptions("verify", "-m=" + file)).isEqualTo(well);
    assertThat(javaOptions("lsp")).isEqualTo("-XX:-UseSerialGC -XX:+UseParallelGC");
  }

  @Test
  void withoutTheProgramsThatFindTheSizeCodeIsCompiledQuickly() throws Exception {
    path = Files.createDirectory(temp.resolve("only-sh")).toString();
    Path file = temp.resolve("cluster.json");
    sized(file, 33);
    assertThat(javaOptions("verify", "-m", "" + file)).isEqualTo("-XX:TieredStopAtLevel=1 -Xmn16m");
  }

  private static void sized(Path file, int mebibytes) throws IOException {
    try (RandomAccessFile created = new RandomAccessFile(file.toFile(), "rw")) {
      created.setLength(mebibytes * 1024L * 1024);
    }
  }

  /** Returns the options for Java that the launchers choose for {@code arguments}. */
  private String javaOptions(String... arguments) throws Exception {
    Path script = ROOT.resolve("dist/src/main/resources/dev/zonec/dist/java-options.sh");
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-euc",
                ". \"$0\"; choose_java_options \"$@\"; echo \"$java_options\"",
                "" + script.toAbsolutePath()));
    command.addAll(List.of(arguments));
    ProcessBuilder shell = new ProcessBuilder(command).redirectErrorStream(true);
    shell.environment().put("PATH", path);
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.strip();
  }
}
