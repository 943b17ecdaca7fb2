package dev.zonec.tests.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code zonec init}: after it, every command needs no argument. */
final class InitTest {
  private static final Path SHARED =
      Path.of(System.getProperty("zonec.shared", "../../shared"), "cases").toAbsolutePath();

  @TempDir private static Path scratch;

  /** A first program for the manifests of each example. */
  @TestFactory
  Stream<DynamicTest> everyExample() throws IOException {
    return folders(Run.ROOT.resolve("examples")).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    name(example),
                    () -> {
                      Path repository = repository(name(example));
                      copy(example.resolve("k8s"), repository.resolve("k8s"));
                      assertThat(init(repository).exit()).isZero();
                      assertReady(repository);
                    }));
  }

  /** Inputs outside of the project, if they are there: no input is a bug. */
  @TestFactory
  Stream<DynamicTest> sharedInputs() throws IOException {
    if (!Files.isDirectory(SHARED)) {
      return Stream.of();
    }
    return folders(SHARED).stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    name(input),
                    () -> {
                      Path repository = repository("shared-" + name(input));
                      copy(input, repository);
                      Run run = init(repository);
                      assertThat(run.exit()).as(run.err()).isIn(0, 1, 3);
                      if (run.exit() == 0) {
                        Run format = Run.zonecIn(repository, "fmt", "--check");
                        assertThat(format.exit()).as(format.out() + format.err()).isIn(0, 1, 3);
                        Run verify = Run.zonecIn(repository, "verify");
                        assertThat(verify.exit()).as(verify.err()).isNotIn(2, 70);
                      }
                    }));
  }

  @Test
  void flowsComeFromEnvironmentVariablesAndLoadBalancers() throws IOException {
    Path repository = repository("boutique");
    copy(Run.ROOT.resolve("examples/online-boutique/k8s"), repository.resolve("k8s"));
    init(repository);
    String program = Files.readString(repository.resolve("zones/boutique.zone"));
    assertThat(program)
        .contains("allow internet ")
        .contains("tcp/6379")
        .contains("redis-cart")
        .contains("REDIS_ADDR");
  }

  @Test
  void policiesBecomeTheProgram() throws IOException {
    Path repository = repository("leaky");
    copy(Run.ROOT.resolve("examples/online-boutique/leaky"), repository.resolve("deploy"));
    Run run = init(repository);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("drafted from 1 policy");
    assertReady(repository);
  }

  @Test
  void aProgramThatExistsIsNamed() throws IOException {
    Path repository = repository("named");
    copy(Run.ROOT.resolve("examples/bank"), repository);
    Files.delete(repository.resolve("zonec.yaml"));
    Run run = init(repository);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(repository.resolve("zonec.yaml")))
        .contains("program:\n- labels\n- zones\n")
        .contains("k8s");
    assertThat(run.err()).contains("another program: platform/zones");
  }

  @Test
  void overlaysAreEnvironmentsAndChartsAreComments() throws IOException {
    Path repository = repository("overlays");
    write(
        repository,
        "k8s/base/web.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: web}]}
        """);
    write(repository, "k8s/base/kustomization.yaml", "resources: [web.yaml]\n");
    write(repository, "k8s/overlays/prod/kustomization.yaml", "resources: [../../base]\n");
    write(repository, "k8s/overlays/dev/kustomization.yaml", "resources: [../../base]\n");
    write(repository, "charts/api/Chart.yaml", "apiVersion: v2\nname: api\nversion: 1.0.0\n");
    write(repository, "charts/api/templates/api.yaml", "kind: Pod\nname: {{ .Values.name }}\n");
    Run run = init(repository);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(repository.resolve("zonec.yaml")))
        .contains("# - helm: charts/api\n")
        .contains("  dev:\n    manifests: k8s/overlays/dev\n")
        .contains("  prod:\n    manifests: k8s/overlays/prod\n")
        .doesNotContain("\nmanifests");
    Run query = Run.zonecIn(repository, "query", "resolve web", "--env", "prod");
    assertThat(query.exit()).as(query.err()).isZero();
    Run without = Run.zonecIn(repository, "query", "resolve web");
    assertThat(without.err()).contains("choose an environment with --env: dev, prod");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path repository = repository("twice");
    copy(Run.ROOT.resolve("examples/store/k8s"), repository.resolve("k8s"));
    assertThat(init(repository).exit()).isZero();
    String program = Files.readString(repository.resolve("zones/twice.zone"));
    Run again = init(repository);
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.err()).contains("ZC0810").contains("--force");
    Files.writeString(repository.resolve("zones/twice.zone"), program + "# mine\n");
    assertThat(Run.zonec("init", "--force", repository.toString()).exit()).isZero();
    assertThat(Files.readString(repository.resolve("zones/twice.zone"))).endsWith("# mine\n");
  }

  private static Run init(Path repository) {
    return Run.zonec("init", "--yes", repository.toString());
  }

  /** Every command succeeds without an argument. */
  private static void assertReady(Path repository) {
    for (List<String> command :
        List.of(
            List.of("fmt", "--check"),
            List.of("lint"),
            List.of("compile", "-o", "-"),
            List.of("verify"),
            List.of("compile"),
            List.of("verify"))) {
      Run run = Run.zonecIn(repository, command.toArray(String[]::new));
      assertThat(run.exit()).as("%s%n%s%s", command, run.out(), run.err()).isZero();
    }
  }

  private static Path repository(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name));
  }

  private static void write(Path repository, String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      children.filter(Files::isDirectory).sorted().forEach(folders::add);
    }
    return folders;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
