package dev.zonec.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.smt.QuestionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache answers with what the same build has proved, and with nothing else. */
final class ObligationCacheTest {
  private static final String BUILD = "build-1";

  @TempDir private Path parent;
  private Path folder = Path.of("");

  @BeforeEach
  void inAFolderThatDoesNotExist() {
    folder = parent.resolve("a").resolve("cache");
  }

  private static QuestionKey key(int number) {
    return new QuestionKey(number, 2, 3, -number);
  }

  private List<Diagnostic> prove(String build, int... numbers) {
    ObligationCache cache = ObligationCache.in(folder, build);
    for (int number : numbers) {
      if (!cache.contains(key(number))) {
        cache.add(key(number));
      }
    }
    return cache.save();
  }

  private boolean knows(String build, int number) {
    return ObligationCache.in(folder, build).contains(key(number));
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void aLaterRunKnowsWhatWasProved() throws IOException {
    assertThat(prove(BUILD, 1, 2)).isEmpty();
    ObligationCache later = ObligationCache.in(folder, BUILD);
    assertThat(later.contains(key(1))).isTrue();
    assertThat(later.contains(key(2))).isTrue();
    assertThat(later.contains(key(3))).isFalse();
    assertThat(later.counted()).isEqualTo(new ObligationCache.Count(3, 2));
    assertThat(later.counted()).isEqualTo(new ObligationCache.Count(0, 0));
    assertThat(later.save()).isEmpty();
    assertThat(files(CacheFolder.SUFFIX)).hasSize(1);
    assertThat(files(CacheFolder.DRAFT)).isEmpty();
    assertThat(folder.resolve(".gitignore")).hasContent("*");
  }

  @Test
  void anotherBuildKnowsNothing() {
    prove(BUILD, 1);
    assertThat(knows("build-2", 1)).isFalse();
    assertThat(knows(BUILD + "1", 1)).isFalse();
    assertThat(knows(BUILD, 1)).isTrue();
  }

  @Test
  void inMemoryNothingIsWritten() {
    ObligationCache cache = ObligationCache.inMemory();
    cache.add(key(1));
    assertThat(cache.contains(key(1))).isTrue();
    assertThat(cache.save()).isEmpty();
  }

  @Test
  void everyChangedByteMakesAFileUnusable() throws IOException {
    byte[] bytes = Segment.bytes(BUILD, Set.of(key(1), key(2)));
    assertThat(Segment.read(bytes)).contains(new Segment(BUILD, Set.of(key(1), key(2))));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(Segment.read(changed)).as("byte %d", i).isEmpty();
      assertThat(Segment.read(java.util.Arrays.copyOf(bytes, i))).as("%d bytes", i).isEmpty();
    }
  }

  @Test
  void damagedFilesAreIgnoredWithOneWarning() throws IOException {
    prove(BUILD, 1);
    Path good = files(CacheFolder.SUFFIX).getFirst();
    byte[] bytes = Files.readAllBytes(good);
    Files.write(folder.resolve("cut.proved"), java.util.Arrays.copyOf(bytes, bytes.length - 7));
    Files.writeString(folder.resolve("foreign.proved"), "something else\n");
    Files.writeString(folder.resolve("notes.txt"), "not a file of the cache");
    ObligationCache cache = ObligationCache.in(folder, BUILD);
    assertThat(cache.contains(key(1))).isTrue();
    cache.add(key(2));
    assertThat(cache.save())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.ZC0820))
        .satisfies(warning -> assertThat(warning.isError()).isFalse());
    assertThat(knows(BUILD, 2)).isTrue();
    assertThat(folder.resolve("notes.txt")).exists();
  }

  @Test
  void aFolderThatCannotBeUsedIsAWarning() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "a file");
    assertThat(prove(BUILD, 1))
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.ZC0821))
        .satisfies(warning -> assertThat(warning.isError()).isFalse());
    assertThat(folder).hasContent("a file");
  }

  @Test
  void filesThatGitTracksAreNotUsed() throws IOException, GitAPIException {
    prove(BUILD, 1);
    try (Git git = Git.init().setDirectory(parent.toFile()).call()) {
      assertThat(knows(BUILD, 1)).isTrue();
      Files.delete(folder.resolve(".gitignore"));
      git.add().addFilepattern("a").call();
      ObligationCache cache = ObligationCache.in(folder, BUILD);
      assertThat(cache.contains(key(1))).isFalse();
      assertThat(cache.save())
          .singleElement()
          .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.ZC0821));
      Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
      assertThat(ObligationCache.in(link, BUILD).contains(key(1))).isFalse();
    }
  }

  @Test
  void theFolderCanBeDeletedAtAnyTime() throws IOException {
    prove(BUILD, 1);
    ObligationCache cache = ObligationCache.in(folder, BUILD);
    assertThat(cache.contains(key(1))).isTrue();
    for (Path file : files("")) {
      Files.delete(file);
    }
    Files.delete(folder);
    cache.add(key(2));
    assertThat(cache.save()).isEmpty();
    assertThat(knows(BUILD, 2)).isTrue();
    assertThat(knows(BUILD, 1)).isFalse();
  }

  @Test
  void manyFilesAreMerged() throws IOException {
    for (int i = 0; i < CacheFolder.MOST_FILES; i++) {
      prove(BUILD, i);
    }
    prove("build-2", 0);
    assertThat(files(CacheFolder.SUFFIX)).hasSize(CacheFolder.MOST_FILES + 1);
    prove(BUILD, 1000);
    assertThat(files(CacheFolder.SUFFIX)).hasSize(2);
    for (int i = 0; i < CacheFolder.MOST_FILES; i++) {
      assertThat(knows(BUILD, i)).isTrue();
    }
    assertThat(knows(BUILD, 1000)).isTrue();
    assertThat(knows("build-2", 0)).isTrue();
  }

  @Test
  void unusedFilesAreDeleted() throws IOException {
    prove(BUILD, 1);
    Path old = files(CacheFolder.SUFFIX).getFirst();
    Path draft = Files.writeString(folder.resolve("x" + CacheFolder.DRAFT), "cut");
    Instant longAgo = Instant.now().minus(CacheFolder.UNUSED).minus(Duration.ofDays(1));
    Files.setLastModifiedTime(old, FileTime.from(longAgo));
    Files.setLastModifiedTime(draft, FileTime.from(longAgo));
    prove("build-2", 2);
    assertThat(old).doesNotExist();
    assertThat(draft).doesNotExist();
    assertThat(knows("build-2", 2)).isTrue();
  }

  /** A file that is used is kept. */
  @Test
  void aUseIsRecorded() throws IOException {
    prove(BUILD, 1);
    Path file = files(CacheFolder.SUFFIX).getFirst();
    Instant longAgo = Instant.now().minus(CacheFolder.UNUSED).minus(Duration.ofDays(1));
    Files.setLastModifiedTime(file, FileTime.from(longAgo));
    prove(BUILD, 1);
    assertThat(file).exists();
    assertThat(Files.getLastModifiedTime(file).toInstant()).isAfter(longAgo);
  }

  @Test
  void runsAtTheSameTimeLoseNothing() throws Exception {
    List<Future<List<Diagnostic>>> runs = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (int run = 0; run < 60; run++) {
        int first = run * 10;
        runs.add(pool.submit(() -> prove(BUILD, IntStream.range(first, first + 10).toArray())));
      }
    }
    for (Future<List<Diagnostic>> run : runs) {
      assertThat(run.get()).isEmpty();
    }
    ObligationCache cache = ObligationCache.in(folder, BUILD);
    for (int i = 0; i < 600; i++) {
      assertThat(cache.contains(key(i))).as("%d", i).isTrue();
    }
    assertThat(cache.save()).isEmpty();
  }

  @Test
  void aBuildIsItsCode() throws IOException {
    assertThat(BuildDigest.ofThisBuild()).isPresent().isEqualTo(BuildDigest.ofThisBuild());
    Path jar = Files.writeString(parent.resolve("zonec.jar"), "one");
    Path classes = Files.createDirectories(parent.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "a");
    String before = BuildDigest.of(List.of(jar, classes));
    assertThat(BuildDigest.of(List.of(jar, classes))).isEqualTo(before);
    Files.writeString(jar, "two");
    String changed = BuildDigest.of(List.of(jar, classes));
    assertThat(changed).isNotEqualTo(before);
    Files.writeString(classes.resolve("B.class"), "");
    assertThat(BuildDigest.of(List.of(jar, classes))).isNotEqualTo(changed).isNotEqualTo(before);
  }
}
