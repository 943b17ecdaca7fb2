package dev.zonec.application.init;

import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/** The outcome of looking at a repository. */
public sealed interface InitOutcome {
  /**
   * No configuration file can be written.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements InitOutcome {}

  /**
   * The files to write.
   *
   * @param files the files; the configuration file is the last one
   * @param remarks what the user should know, one sentence each
   * @param problems what a drafted program leaves out, and inputs that could not be read
   */
  record Planned(List<PlannedFile> files, List<String> remarks, List<Diagnostic> problems)
      implements InitOutcome {
    /** Writes the files in their order, up to the first one that cannot be written. */
    public WrittenFiles write() {
      return WrittenFiles.of(files);
    }

    /** Returns what the plan comes to: a drafted program may leave something out. */
    public Conclusion conclusion() {
      return Conclusion.of(problems.stream().anyMatch(Diagnostic::isError), true);
    }
  }

  /**
   * A file to write.
   *
   * @param path the path, absolute
   * @param name the path relative to the repository
   * @param text its text
   * @param summary what it contains, in a few words
   */
  record PlannedFile(Path path, String name, String text, String summary) {}
}
