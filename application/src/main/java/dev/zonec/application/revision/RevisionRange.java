package dev.zonec.application.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * Two revisions of a Git repository, as {@code git diff} takes them.
 *
 * @param before the first revision
 * @param after the second revision; the working tree if it is empty
 * @param sinceMergeBase whether the first revision is the merge base of the two
 */
public record RevisionRange(String before, Optional<String> after, boolean sinceMergeBase) {
  private static final String HEAD = "HEAD";

  /**
   * Reads {@code BASE}, {@code BASE..HEAD} or {@code BASE...HEAD}. A missing revision beside dots
   * is {@code HEAD}.
   */
  public static RevisionRange of(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return new RevisionRange(text.isEmpty() ? HEAD : text, Optional.empty(), false);
    }
    boolean three = text.startsWith("...", dots);
    String before = text.substring(0, dots);
    String after = text.substring(dots + (three ? 3 : 2));
    return new RevisionRange(
        before.isEmpty() ? HEAD : before, Optional.of(after.isEmpty() ? HEAD : after), three);
  }

  /**
   * Whether {@code text} names a commit of the repository around {@code working}, or is a range in
   * it. Whether the commits of a range exist is not looked at.
   */
  public static boolean isIn(Path working, String text) {
    try {
      Optional<Repository> found = RepositorySearch.around(working.toRealPath());
      if (found.isEmpty()) {
        return false;
      }
      try (Repository repository = found.get()) {
        return text.contains("..") || new CommitSearch(repository).find(text).isPresent();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the range from the first revision to {@code commit}. */
  RevisionRange to(String commit) {
    return new RevisionRange(before, Optional.of(commit), sinceMergeBase);
  }
}
