package dev.zonec.application.revision;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Repository;

/** Tells whether the files of a folder come with a Git repository. */
public final class TrackedFolder {
  private TrackedFolder() {}

  /**
   * Returns whether Git tracks a file in {@code folder}, at the place that its links lead to. A
   * folder that does not exist contains no file.
   *
   * @throws IOException if the repository around the folder cannot be read
   */
  public static boolean hasFiles(Path folder) throws IOException {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (NoSuchFileException e) {
      return false;
    }
    Optional<Repository> found = RepositorySearch.around(real);
    if (found.isEmpty()) {
      return false;
    }
    try (Repository repository = found.get()) {
      if (repository.isBare()) {
        return false;
      }
      Path tree = repository.getWorkTree().toPath().toRealPath();
      if (!real.startsWith(tree)) {
        return false;
      }
      DirCache index = repository.readDirCache();
      String within = tree.relativize(real).toString().replace(File.separatorChar, '/');
      return within.isEmpty()
          ? index.getEntryCount() > 0
          : index.getEntriesWithin(within).length > 0;
    }
  }
}
