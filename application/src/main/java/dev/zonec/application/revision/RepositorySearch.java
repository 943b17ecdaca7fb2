package dev.zonec.application.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Opens repositories. */
final class RepositorySearch {
  private RepositorySearch() {}

  /** Returns the repository of {@code folder}: {@code GIT_DIR}, or the nearest one above. */
  static Optional<Repository> around(Path folder) throws IOException {
    SystemReader.setInstance(new OwnFilesOnly(SystemReader.getInstance()));
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().readEnvironment().findGitDir(folder.toFile());
    return builder.getGitDir() == null && builder.getWorkTree() == null
        ? Optional.empty()
        : Optional.of(builder.setMustExist(true).build());
  }

  /**
   * The settings of the system and the user are of no interest. Without them, JGit runs no {@code
   * git} to find them, and writes no measurements of the file system to them.
   */
  private static final class OwnFilesOnly extends SystemReader.Delegate {
    OwnFilesOnly(SystemReader standard) {
      super(standard);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new EmptyConfig(parent, fs);
    }
  }

  private static final class EmptyConfig extends FileBasedConfig {
    EmptyConfig(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
