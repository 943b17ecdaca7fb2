package dev.zonec.tests.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw} and {@code ./zonec} find a suitable JDK, or say what to install. */
@DisabledOnOs(OS.WINDOWS)
final class WrapperTest {
  private static final Path ROOT = Path.of(System.getProperty("zonec.root", ".."));
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "tr",
          "dirname",
          "basename",
          "readlink",
          "find",
          "head",
          "mkdir",
          "touch",
          "cat",
          "rm",
          "env");

  @TempDir Path temp;

  /** A {@code PATH} with the programs that the scripts need, and without Java. */
  private Path tools;

  /** A folder without a JDK. */
  private Path nowhere;

  private record Run(int exit, String out, String err) {
    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  @BeforeEach
  void makeFolders() throws IOException {
    tools = Files.createDirectory(temp.resolve("tools"));
    nowhere = Files.createDirectory(temp.resolve("nowhere"));
    for (String tool : TOOLS) {
      for (String folder : System.getenv("PATH").split(":", -1)) {
        Path found = Path.of(folder, tool);
        if (Files.isExecutable(found)) {
          script(tools.resolve(tool), "exec '" + found.toAbsolutePath() + "' \"$@\"");
          break;
        }
      }
    }
  }

  // ---- the JDK that the scripts use

  @Test
  void javaHomeIsUsed() throws Exception {
    Path named = jdk("places/named", "21.0.2");
    jdk("places/newer", "25.0.1");
    assertThat(chosen(Map.of("JAVA_HOME", named.toString(), "ZONEC_JVM_DIRS", places())))
        .isEqualTo(named.toString());
  }

  @Test
  void theNewestJdkIsUsed() throws Exception {
    jdk("places/a", "21.0.2");
    Path newest = jdk("places/b", "25.0.1");
    jdk("places/c", "24");
    jdk("places/d", "17.0.9");
    jdk("places/e", "1.8.0_392");
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(newest.toString());
  }

  @Test
  void versionsAreComparedAsNumbers() throws Exception {
    jdk("places/a", "99.0.1");
    Path newest = jdk("places/b", "100");
    jdk("places/c", "9.0.4");
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(newest.toString());
  }

  @Test
  void everyFolderIsSearched() throws Exception {
    jdk("places/a", "21.0.2");
    Path newest = jdk("other places/with a space", "23-ea");
    String both = places() + ":" + temp.resolve("other places");
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", both))).isEqualTo(newest.toString());
  }

  @Test
  void theFoldersOfMacOsAreSearched() throws Exception {
    Path home = jdk("places/temurin-21.jdk/Contents/Home", "21.0.5");
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(home.toString());
    Path brewed = jdk("places/openjdk/libexec/openjdk.jdk/Contents/Home", "24.0.1");
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(brewed.toString());
  }

  @Test
  void withoutAReleaseFileTheCompilerReportsTheVersion() throws Exception {
    Path home = jdk("places/plain", "22.0.1");
    Files.delete(home.resolve("release"));
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(home.toString());
  }

  @Test
  void anOldJavaHomeIsIgnored() throws Exception {
    Path old = jdk("old/jdk-17", "17.0.9");
    Path good = jdk("places/good", "21.0.2");
    assertThat(chosen(Map.of("JAVA_HOME", old.toString(), "ZONEC_JVM_DIRS", places())))
        .isEqualTo(good.toString());
  }

  @Test
  void aMissingJavaHomeIsIgnored() throws Exception {
    Path good = jdk("places/good", "21.0.2");
    String gone = temp.resolve("gone").toString();
    assertThat(chosen(Map.of("JAVA_HOME", gone, "ZONEC_JVM_DIRS", places())))
        .isEqualTo(good.toString());
  }

  @Test
  void aRuntimeWithoutACompilerIsIgnored() throws Exception {
    Path runtime = jdk("places/runtime", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    Path good = jdk("places/good", "21.0.2");
    assertThat(chosen(Map.of("JAVA_HOME", runtime.toString(), "ZONEC_JVM_DIRS", places())))
        .isEqualTo(good.toString());
  }

  @Test
  void theCompilerOnThePathHasPriority() throws Exception {
    Path onPath = jdk("elsewhere/jdk-21", "21.0.2");
    jdk("places/newer", "25.0.1");
    Files.createSymbolicLink(tools.resolve("javac"), onPath.resolve("bin/javac"));
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(onPath.toString());
  }

  @Test
  void anOldCompilerOnThePathIsIgnored() throws Exception {
    Path onPath = jdk("elsewhere/jdk-17", "17.0.9");
    Path good = jdk("places/good", "23");
    Files.createSymbolicLink(tools.resolve("javac"), onPath.resolve("bin/javac"));
    assertThat(chosen(Map.of("ZONEC_JVM_DIRS", places()))).isEqualTo(good.toString());
  }

  @Test
  void aJdkIsFoundWithoutSettings() throws Exception {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeAll(List.of("JAVA_HOME", "ZONEC_JVM_DIRS"));
    // The JDK that runs this test can be in an unusual folder that only PATH names.
    environment.merge("PATH", ":" + System.getProperty("java.home") + "/bin", String::concat);
    Run run = run(environment, "sh", "-c", FIND + "\"$JAVA_HOME/bin/javac\" -version");
    assertThat(run.exit()).as(run.err()).isEqualTo(0);
    String version = run.out().replaceFirst("javac (\\d+).*\\s*", "$1");
    assertThat(Integer.parseInt(version)).isGreaterThanOrEqualTo(21);
  }

  @Test
  void aMissingHomeFolderIsNoProblem() throws Exception {
    Map<String, String> environment = Map.of("PATH", tools.toString());
    Run run = run(environment, "sh", "-c", "set -eu; " + FIND + "echo found");
    // The usual folders of this machine may contain a JDK.
    if (run.exit() == 0) {
      assertThat(run.out().strip()).isEqualTo("found");
    } else {
      assertSaysWhatToInstall(run);
    }
  }

  // ---- messages without a suitable JDK

  @Test
  void mvnwSaysWhatToInstall() throws Exception {
    assertSaysWhatToInstall(run(bare(Map.of()), ROOT.resolve("mvnw").toString(), "--version"));
  }

  @Test
  void zonecSaysWhatToInstall() throws Exception {
    assertSaysWhatToInstall(run(bare(Map.of()), ROOT.resolve("zonec").toString(), "--version"));
  }

  @Test
  void oldJdksAloneAreNotEnough() throws Exception {
    Path old = jdk("places/old", "20.0.2");
    Map<String, String> environment =
        bare(Map.of("JAVA_HOME", old.toString(), "ZONEC_JVM_DIRS", places()));
    assertSaysWhatToInstall(run(environment, ROOT.resolve("mvnw").toString(), "--version"));
  }

  private static void assertSaysWhatToInstall(Run run) {
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.errorLines().getFirst())
        .contains("JDK of 21 or newer", "install", "apt-get install openjdk-", "JAVA_HOME");
  }

  @Test
  void zonecRunsFromAnotherFolderAndThroughALink() throws Exception {
    Path fake = fakeRoot();
    Path good = jdk("places/good", "21.0.2");
    Path link = Files.createSymbolicLink(temp.resolve("zonec link"), fake.resolve("zonec"));
    Run run = run(bare(Map.of("ZONEC_JVM_DIRS", places())), link.toString(), "query", "a b", "*");
    assertThat(run.exit()).as(run.err()).isEqualTo(7);
    assertThat(run.out().lines().toList())
        .startsWith(good.toString())
        .containsSubsequence(
            "-jar", fake.toRealPath().resolve("cli/target/zonec.jar").toString(), "query", "a b")
        .endsWith("*");
    assertThat(run.err()).isEmpty();
  }

  /** Creates the scripts next to a jar that counts as built. */
  private Path fakeRoot() throws IOException {
    Path root = Files.createDirectories(temp.resolve("a root"));
    Files.createDirectories(root.resolve(".mvn"));
    Files.copy(ROOT.resolve(".mvn/find-jdk.sh"), root.resolve(".mvn/find-jdk.sh"));
    String options = "dist/src/main/resources/dev/zonec/dist/java-options.sh";
    Files.createDirectories(root.resolve(options).getParent());
    Files.copy(ROOT.resolve(options), root.resolve(options));
    Path script = root.resolve("zonec");
    Files.copy(ROOT.resolve("zonec"), script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path target = Files.createDirectories(root.resolve("cli/target"));
    Files.createFile(target.resolve("zonec.jar"));
    Files.createFile(target.resolve("zonec.stamp"));
    return root;
  }

  // ---- running

  private static final String FIND = ". '" + ROOT + "/.mvn/find-jdk.sh'; find_jdk || exit 2; ";

  private String places() {
    return temp.resolve("places").toString();
  }

  /** Returns the {@code JAVA_HOME} that the script finds with {@code settings} only. */
  private String chosen(Map<String, String> settings) throws Exception {
    Run run = run(bare(settings), "sh", "-c", "set -eu; " + FIND + "env");
    assertThat(run.exit()).as(run.err()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    return run.out()
        .lines()
        .filter(line -> line.startsWith("JAVA_HOME="))
        .map(line -> line.substring("JAVA_HOME=".length()))
        .findFirst()
        .orElse("");
  }

  /**
   * Returns an environment with {@code settings} only: no Java on {@code PATH}, and none in the
   * usual folders unless the settings say so.
   */
  private Map<String, String> bare(Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", tools.toString());
    environment.put("HOME", nowhere.toString());
    environment.put("ZONEC_JVM_DIRS", nowhere.toString());
    environment.putAll(settings);
    return environment;
  }

  private Run run(Map<String, String> environment, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    if (words.getFirst().equals("sh")) {
      words.set(0, tools.resolve("sh").toString());
    }
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Creates a folder like a JDK; its {@code java} prints its home and its arguments. */
  private Path jdk(String path, String version) throws IOException {
    Path home = Files.createDirectories(temp.toRealPath().resolve(path));
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"None\"\n");
    script(bin.resolve("javac"), "echo 'javac " + version + "'");
    script(bin.resolve("java"), "printf '%s\\n' '" + home + "' \"$@\"; exit 7");
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
