package dev.zonec.application.revision;

import dev.zonec.application.config.Settings;
import java.nio.file.Path;
import java.util.List;

/** The two revisions of a comparison. */
public sealed interface Revisions {
  /**
   * Two files or folders.
   *
   * @param before the first revision
   * @param after the second revision
   * @param parts the files and folders of both to read
   */
  record Folders(String before, String after, List<String> parts) implements Revisions {
    /** Copies the list. */
    public Folders {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Two revisions of a Git repository.
   *
   * @param working a folder of the repository's working tree, to which parts are relative
   * @param range the revisions
   * @param arguments the files and folders to read, which the second revision can precede
   * @param configured the settings, which name the parts to read if the user names none
   */
  record Commits(Path working, RevisionRange range, List<String> arguments, Settings configured)
      implements Revisions {
    /** Copies the list. */
    public Commits {
      arguments = List.copyOf(arguments);
    }
  }
}
