package dev.zonec.application.cache;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.QuestionKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The obligations that are proved: in this process, and in earlier runs that used the same folder.
 *
 * <p>The folder is read when the first obligation is looked up, so a run that proves nothing does
 * not read it. All methods can be called by several threads, and {@link #save} while a proof that
 * nobody waits for is still running.
 */
public final class ObligationCache implements ImpossibleQuestions {
  /** The most obligations that a process keeps. */
  static final int MOST_KEYS = 1_000_000;

  private final Optional<CacheFolder> folder;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Set<QuestionKey> known = new HashSet<>();
  private final Set<QuestionKey> fresh = new HashSet<>();
  private CacheFolder.Content content = new CacheFolder.Content(Set.of(), List.of(), List.of());
  private boolean read;
  private int asked;
  private int answered;

  private ObligationCache(Optional<CacheFolder> folder) {
    this.folder = folder;
  }

  /** Returns a cache that keeps the obligations of this process in memory. */
  public static ObligationCache inMemory() {
    return new ObligationCache(Optional.empty());
  }

  /** Returns a cache that also keeps them in {@code folder}, which is created if necessary. */
  public static ObligationCache in(Path folder) {
    Optional<String> build = BuildDigest.ofThisBuild();
    ObligationCache cache = new ObligationCache(build.map(id -> new CacheFolder(folder, id)));
    if (build.isEmpty()) {
      cache.problems.add(
          Diagnostic.warningIn(
                  Code.ZC0821,
                  folder.toString(),
                  "the cache is not used: the files of this zonec cannot be read")
              .note("a cache is for one build of zonec, which its files identify"));
    }
    return cache;
  }

  /**
   * Returns a cache for another build.
   *
   * @param build the id of the build
   */
  static ObligationCache in(Path folder, String build) {
    return new ObligationCache(Optional.of(new CacheFolder(folder, build)));
  }

  @Override
  public synchronized boolean contains(QuestionKey question) {
    if (!read && folder.isPresent()) {
      content = folder.get().read();
      problems.addAll(content.problems());
      known.addAll(content.keys());
    }
    read = true;
    asked++;
    boolean found = known.contains(question);
    answered += found ? 1 : 0;
    return found;
  }

  @Override
  public synchronized void add(QuestionKey question) {
    if (known.size() >= MOST_KEYS) {
      known.clear();
    }
    if (known.add(question)) {
      fresh.add(question);
    }
  }

  /**
   * How many obligations were looked up since the last call of {@link #counted}.
   *
   * @param asked all obligations
   * @param answered those that were known to be proved
   */
  public record Count(int asked, int answered) {}

  /** Returns the number of obligations that were looked up since the last call. */
  public synchronized Count counted() {
    Count count = new Count(asked, answered);
    asked = 0;
    answered = 0;
    return count;
  }

  /**
   * Writes the obligations that this process has proved to the folder, and cleans the folder.
   *
   * @return warnings about the folder since the last call
   */
  public List<Diagnostic> save() {
    List<QuestionKey> unsaved;
    CacheFolder.Content before;
    List<Diagnostic> found;
    synchronized (this) {
      unsaved = List.copyOf(fresh);
      fresh.clear();
      before = content;
      // What is merged once need not be merged again.
      content = new CacheFolder.Content(Set.of(), List.of(), List.of());
      found = new ArrayList<>(problems);
      problems.clear();
    }
    folder.ifPresent(
        place -> {
          boolean usable = found.stream().allMatch(each -> each.code() == Code.ZC0820);
          if (usable && !unsaved.isEmpty()) {
            found.addAll(place.write(unsaved, before));
          }
          if (usable) {
            place.clean(before.files(), Instant.now());
          }
        });
    return found;
  }
}
