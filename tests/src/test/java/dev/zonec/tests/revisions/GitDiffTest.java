package dev.zonec.tests.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff --git} compares revisions of a Git repository without touching the working tree. */
final class GitDiffTest {
  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      """;

  @TempDir private Path root;

  private Git git;

  @BeforeEach
  void create() throws GitAPIException, IOException {
    git = Git.init().setDirectory(root.resolve("repo").toFile()).setInitialBranch("main").call();
    write("k8s/namespace.yaml", NAMESPACE);
    write("k8s/policy.yaml", policy("web"));
    commit("one");
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

  private void write(String path, String text) throws IOException {
    Path file = repository().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit(String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    git.commit()
        .setMessage(message)
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setSign(false)
        .call();
  }

  private Run diff(String... args) {
    return diffIn(repository(), args);
  }

  private static Run diffIn(Path folder, String... args) {
    List<String> words = new ArrayList<>(List.of("diff"));
    words.addAll(List.of(args));
    return Run.zonecIn(folder, words.toArray(String[]::new));
  }

  private static void equal(Run run) {
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("no difference");
  }

  private static void differs(Run run, String... places) {
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("more permissive (1)", "less permissive (1)");
    for (String place : places) {
      assertThat(run.out()).contains(place);
    }
  }

  @Test
  void withoutArgumentsTheWorkingTreeIsComparedWithTheLastCommit() throws IOException {
    equal(diff());
    write("k8s/policy.yaml", policy("api"));
    differs(diff(), " HEAD:./k8s/policy.yaml:7", " ./k8s/policy.yaml:7");
    differs(diff("--git"), " HEAD:./k8s/policy.yaml:7", " ./k8s/policy.yaml:7");
  }

  @Test
  void twoCommitsAreCompared() throws Exception {
    write("k8s/policy.yaml", policy("api"));
    commit("two");
    write("k8s/policy.yaml", "not: read");
    differs(diff("--git", "HEAD~1", "HEAD", "k8s"), " HEAD~1:./k8s/policy.yaml:7");
    differs(diff("--git", "HEAD~1..main"), " main:./k8s/policy.yaml:7");
    differs(diff("--git", "HEAD~1.."), " HEAD:./k8s/policy.yaml:7");
    equal(diff("--git", "main..main"));
  }

  /** A branch is compared with its origin, not with the work of others since then. */
  @Test
  void threeDotsCompareWithTheMergeBase() throws Exception {
    git.branchCreate().setName("work").call();
    write("k8s/policy.yaml", policy("api"));
    commit("on main");
    git.checkout().setName("work").call();
    write("k8s/other.yaml", NAMESPACE.replace("shop", "other"));
    commit("on the branch");
    differs(diff("--git", "main..work"));
    equal(diff("--git", "main...work"));
  }

  @Test
  void aPartOfOneRevisionOnlyIsMissingInTheOther() throws Exception {
    write("more/policy.yaml", policy("api").replace("name: db", "name: more"));
    Run run = diff("--git", "HEAD", "k8s", "more");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("more permissive (1)").doesNotContain("less permissive (");
    Run neither = diff("--git", "HEAD", "k8s", "nothing");
    assertThat(neither.exit()).isEqualTo(3);
    assertThat(neither.err()).contains("ZC0601").contains("neither revision has `nothing`");
  }

  /** Paths are relative to the working folder; an absolute path names a file of the repository. */
  @Test
  void everyPathIsReadInBothRevisions() throws IOException {
    write("k8s/policy.yaml", policy("api"));
    Path below = repository().resolve("k8s");
    differs(diffIn(below), " HEAD:./policy.yaml:7", " ./policy.yaml:7");
    differs(diffIn(below, "--git", "HEAD", "../k8s"), " HEAD:./policy.yaml:7");
    differs(diffIn(below, "--git", "HEAD", below.toString()));
    differs(diff("--git", "HEAD", "-m", "k8s"));
    for (String outside : List.of("..", root.toString(), "../../etc")) {
      Run run = diff("--git", "HEAD", outside);
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.err()).contains("ZC0661").contains("is outside of the Git repository");
    }
  }

  @Test
  void theConfigurationFileNamesTheParts() throws IOException, GitAPIException {
    write("unrelated.yaml", "no: manifest");
    write("zonec.yaml", "manifests: k8s\n");
    commit("two");
    write("k8s/policy.yaml", policy("api"));
    differs(diff(), " HEAD:./k8s/policy.yaml:7");
    assertThat(diff().err()).doesNotContain("skipped");
    assertThat(diff("--git", "HEAD", ".").err()).contains("skipped 2 documents");
    // The compiled default deny of the namespace blocks both connections.
    write("zones/shop.zone", "module shop\nzone db { namespace shop  pods app=db }\n");
    write("zones/params.yaml", "region: eu\n");
    write("zonec.yaml", "program: zones\nmanifests: k8s\noutput: out\n");
    Run added = diff();
    assertThat(added.exit()).as(added.err()).isEqualTo(1);
    assertThat(added.out()).contains("less permissive").doesNotContain("more permissive");
    assertThat(added.err()).doesNotContain("params");
    commit("three");
    write("k8s/policy.yaml", policy("web"));
    equal(diff());
    write("zonec.yaml", "program: nowhere\nmanifests: k8s\n");
    assertThat(diff().err()).contains("neither revision has `nowhere`");
  }

  /** Commands run in both revisions, and only if they may; a chart is never left out silently. */
  @Test
  void theCommandsOfTheConfigurationFileRun() throws IOException, GitAPIException {
    write("zonec.yaml", "manifests:\n- k8s\n- helm: charts/nothing\n");
    commit("a chart");
    Run forbidden = diff();
    assertThat(forbidden.exit()).as(forbidden.out()).isEqualTo(3);
    assertThat(forbidden.err()).contains("ZC0808").contains("helm template");
    Run failing = diff("--run-commands");
    assertThat(failing.exit()).as(failing.out()).isNotZero();
    assertThat(failing.err()).contains("ZC0809");
    equal(diff("--git", "HEAD", "k8s"));
  }

  @Test
  void unknownRevisionsAreReported() throws IOException {
    Run unknown = diff("--git", "nope");
    assertThat(unknown.exit()).isEqualTo(3);
    assertThat(unknown.err()).contains("ZC0661").contains("has no revision `nope`");
    assertThat(diff("--git", "main..nope").err()).contains("has no revision `nope`");
    assertThat(diff("--git", "mai^{").err()).contains("has no revision `mai^{`");
    write("main", "a file with the name of a branch");
    assertThat(diff("--git", "HEAD", "main").err()).contains("both a revision and a file");
    assertThat(diff("main").exit()).isEqualTo(2);
    assertThat(diff("main").err()).contains("pass --git main");
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    assertThat(diffIn(elsewhere).err()).contains("ZC0661").contains("in no Git repository");
  }

  /** Other programs know the files of the working tree only. */
  @Test
  void machineFormatsNameFilesOfTheWorkingTree() throws IOException {
    write("k8s/policy.yaml", policy("api"));
    for (String format : List.of("sarif", "github", "gitlab")) {
      Run run = diff("-f", format);
      assertThat(run.exit()).as(run.err()).isEqualTo(1);
      assertThat(run.out()).contains("k8s/policy.yaml");
      assertThat(run.out()).doesNotContainPattern("(uri|path)\": \"[^\"]*HEAD:|file=[^,]*HEAD");
    }
  }

  /** A part whose files are not in the repository makes the result inconclusive. */
  @Test
  void submodulesAreNotRead() throws Exception {
    DirCache index = git.getRepository().lockDirCache();
    DirCacheEditor editor = index.editor();
    editor.add(
        new DirCacheEditor.PathEdit("vendor/base") {
          @Override
          public void apply(DirCacheEntry entry) {
            entry.setFileMode(FileMode.GITLINK);
            entry.setObjectId(ObjectId.fromString("1".repeat(40)));
          }
        });
    editor.commit();
    git.commit().setMessage("submodule").setSign(false).setAuthor("a", "a@example.com").call();
    Run all = diff("--git", "HEAD", "HEAD");
    assertThat(all.exit()).isEqualTo(4);
    assertThat(all.err()).contains("the submodule `HEAD:./vendor/base` is not read");
    write("vendor/base/policy.yaml", policy("api"));
    assertThat(diff("--git", "HEAD", "vendor/base").exit()).isNotZero();
    assertThat(diff("--git", "HEAD", "vendor/base").err()).contains("is not read");
    equal(diff("--git", "HEAD", "k8s"));
  }

  /** A link inside of a commit is followed; a link out of it would lead to a file of today. */
  @Test
  void linksStayInTheirCommit() throws Exception {
    Path link = repository().resolve("k8s/link.yaml");
    Files.createSymbolicLink(link, Path.of("../base/policy.yaml"));
    write("base/policy.yaml", policy("api").replace("name: db", "name: more"));
    commit("a link inside");
    equal(diff("--git", "HEAD", "k8s"));
    Run opened = diff("--git", "HEAD~1", "HEAD", "k8s");
    assertThat(opened.exit()).as(opened.err()).isEqualTo(1);
    Files.delete(link);
    Path secret = root.resolve("outside.yaml");
    Files.writeString(secret, policy("api").replace("name: db", "name: more"));
    Files.createSymbolicLink(link, secret);
    commit("a link out");
    Run outside = diff("--git", "HEAD", "k8s");
    assertThat(outside.exit()).isNotZero();
    assertThat(outside.err()).contains("`HEAD:./k8s/link.yaml` cannot be read");
  }

  @Test
  void aBareRepositoryHasCommitsOnly() throws Exception {
    write("k8s/policy.yaml", policy("api"));
    commit("two");
    Path bare = root.resolve("bare.git");
    Git.cloneRepository()
        .setURI(repository().toUri().toString())
        .setBare(true)
        .setDirectory(bare.toFile())
        .call()
        .close();
    differs(diffIn(bare, "--git", "HEAD~1", "HEAD"), " HEAD~1:./k8s/policy.yaml:7");
    assertThat(diffIn(bare).err()).contains("has no working tree");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    List<Path> foldersBefore = temporaryFolders();
    write("k8s/policy.yaml", policy("api"));
    List<Path> before = files();
    differs(diff());
    diff("--git", "HEAD", "nothing");
    assertThat(files()).isEqualTo(before);
    List<Path> left = new ArrayList<>(temporaryFolders());
    left.removeAll(foldersBefore);
    // Tests that run at the same time in another process have folders too, but not for long.
    for (int i = 0; i < 600 && left.stream().anyMatch(Files::exists); i++) {
      Thread.sleep(100);
    }
    assertThat(left).noneMatch(Files::exists);
  }

  private static List<Path> temporaryFolders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("zonec-revision"))
          .toList();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(repository(), FileVisitOption.FOLLOW_LINKS)) {
      return files.sorted().toList();
    }
  }
}
