package dev.zonec.application.revision;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Finds commits of a repository by the names that Git has for them. */
record CommitSearch(Repository repository) {
  private static final int ID_LENGTH = 10;

  /**
   * A commit.
   *
   * @param name the name in messages
   */
  record Found(String name, RevCommit commit) {}

  /** Returns the commit that {@code name} names; if it is empty, a problem was reported. */
  Optional<Found> named(String name, List<Diagnostic> problems) throws IOException {
    Optional<Found> found = find(name);
    if (found.isEmpty()) {
      problems.add(unknown(name));
    }
    return found;
  }

  /** Returns the commit that {@code name} names. */
  Optional<Found> find(String name) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(name + "^{commit}");
      return id == null ? Optional.empty() : Optional.of(new Found(name, walk.parseCommit(id)));
    } catch (RevisionSyntaxException
        | AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** Returns the merge base of two commits; if it is empty, a problem was reported. */
  Optional<Found> mergeBase(Found one, Found other, List<Diagnostic> problems) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one.commit()));
      walk.markStart(walk.parseCommit(other.commit()));
      RevCommit base = walk.next();
      if (base == null) {
        problems.add(
            withHistory(
                Diagnostic.error(
                    Code.ZC0661,
                    "`" + one.name() + "` and `" + other.name() + "` have no common commit")));
        return Optional.empty();
      }
      return Optional.of(new Found(base.name().substring(0, ID_LENGTH), walk.parseCommit(base)));
    }
  }

  private Diagnostic unknown(String name) throws IOException {
    Diagnostic problem =
        Diagnostic.error(Code.ZC0661, "the Git repository has no revision `" + name + "`");
    String remote = Constants.DEFAULT_REMOTE_NAME + "/" + name;
    return find(remote).isPresent()
        ? problem.help("did you mean `" + remote + "`?")
        : withHistory(problem);
  }

  private Diagnostic withHistory(Diagnostic problem) {
    return Files.exists(shallow())
        ? problem
            .note("the repository is shallow: it has only a part of the history")
            .help("fetch the history, such as with `git fetch --unshallow`")
        : problem;
  }

  private Path shallow() {
    return repository.getCommonDirectory().toPath().resolve(Constants.SHALLOW);
  }
}
