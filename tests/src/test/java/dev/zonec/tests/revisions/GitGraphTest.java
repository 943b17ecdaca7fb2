package dev.zonec.tests.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code graph --diff} reads a revision of a Git repository as {@code diff --git} does. */
final class GitGraphTest {
  private static final String PODS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: api, namespace: shop, labels: {app: api}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop, labels: {app: db}}
      """;

  private static final String OPENED = "[label=\"opens: any\", color=red";
  private static final String CLOSED = "[label=\"closes: any\", color=gray50";

  @TempDir private Path root;

  private Git git;

  @BeforeEach
  void create() throws Exception {
    git = Git.init().setDirectory(root.resolve("repo").toFile()).setInitialBranch("main").call();
    write("k8s/pods.yaml", PODS);
    write("k8s/policy.yaml", policy("web"));
    commit();
    write("k8s/policy.yaml", policy("api"));
  }

  private static String policy(String app) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: db, namespace: shop}
    spec:
      podSelector: {matchLabels: {app: db}}
      ingress:
      - from: [{podSelector: {matchLabels: {app: %s}}}]
    """
        .formatted(app);
  }

  private Path repository() {
    return git.getRepository().getWorkTree().toPath();
  }

  private Path write(String path, String text) throws Exception {
    Path file = repository().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void commit() throws Exception {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage("policies")
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setSign(false)
        .call();
  }

  private Run graph(String old, String... more) {
    String manifests = repository().resolve("k8s").toString();
    List<String> words = new ArrayList<>(List.of("graph", "-m", manifests, "--diff", old));
    words.addAll(List.of(more));
    return Run.zonecIn(repository(), words.toArray(String[]::new));
  }

  @Test
  void theWorkingTreeIsComparedWithACommit() {
    Run run = graph("main", "-f", "dot");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).containsOnlyOnce(OPENED).containsOnlyOnce(CLOSED);
    assertThat(graph("HEAD", "-f", "dot").out()).isEqualTo(run.out());
    Run json = graph("main", "-f", "json");
    assertThat(json.out()).contains("NetworkPolicy shop/db, main:./k8s/policy.yaml:7");
  }

  @Test
  void twoCommitsAreCompared() throws Exception {
    commit();
    write("k8s/policy.yaml", "not: read");
    Run run = graph("HEAD~1..HEAD", "-f", "dot");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).containsOnlyOnce(OPENED).containsOnlyOnce(CLOSED);
    assertThat(graph("HEAD..main", "-f", "dot").out()).contains("no connection of these pods");
  }

  @Test
  void aFileComesFirst() throws Exception {
    String file = write("main", PODS + "---\n" + policy("api")).toString();
    Run run = graph(file, "-f", "dot");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("no connection of these pods");
  }

  @Test
  void otherNamesAreProblems() throws Exception {
    Run unknown = graph("other", "-f", "dot");
    assertThat(unknown.exit()).isEqualTo(3);
    assertThat(unknown.err()).contains("error[ZC0601]: there is no such file or folder", "other");
    Run range = graph("other..main", "-f", "dot");
    assertThat(range.exit()).isEqualTo(3);
    assertThat(range.err()).contains("ZC0661", "other");
    Path outside = Files.writeString(root.resolve("outside.yaml"), PODS);
    Run elsewhere = graph("main", "-m", outside.toString(), "-f", "dot");
    assertThat(elsewhere.exit()).isEqualTo(3);
    assertThat(elsewhere.err()).contains("is outside of the Git repository");
  }
}
