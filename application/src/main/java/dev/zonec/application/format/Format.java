package dev.zonec.application.format;

import dev.zonec.application.config.Settings;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats sources.
 *
 * @param input the sources to format
 * @param write whether changed files are written
 */
public record Format(Input input, boolean write) {
  /** The location of the sources. */
  public sealed interface Input {
    /** Files and folders. */
    record Files(List<String> paths) implements Input {}

    /** A source from a stream, which cannot be written back. */
    record Stream(InputStream stream) implements Input {}

    /** Returns the program of the configuration file, or else the current folder. */
    static Input configured(Settings settings) {
      return new Files(settings.program().isEmpty() ? List.of(".") : settings.programPaths());
    }
  }

  /**
   * The outcome of formatting.
   *
   * @param formatted every source that parses, changed or not
   * @param changed the sources that were not formatted before, without files that could not be
   *     written
   * @param problems sources that could not be read or do not parse
   * @param unwritten the problems of files that could not be written
   * @param onlyCompared whether no changed source was to be written
   */
  public record Outcome(
      List<Rewriting> formatted,
      List<Rewriting> changed,
      List<Diagnostic> problems,
      List<Diagnostic> unwritten,
      boolean onlyCompared) {
    /** Whether every source was read, and every changed file written. */
    public boolean complete() {
      return problems.isEmpty() && unwritten.isEmpty();
    }

    /** Returns what the sources come to: a changed source is a difference unless it is written. */
    public Conclusion conclusion() {
      return Conclusion.of(onlyCompared && !changed.isEmpty(), true);
    }
  }

  /** Formats the sources. */
  public Outcome outcome() {
    SourceFormatting formatting =
        SourceFormatting.of(
            switch (input) {
              case Input.Files(var paths) -> ProgramSources.withExpectations(InputPath.of(paths));
              case Input.Stream(var stream) -> ProgramSources.read(stream);
            });
    List<Rewriting> changed = new ArrayList<>();
    List<Diagnostic> unwritten = new ArrayList<>();
    for (Rewriting change : formatting.changes()) {
      if (write && input instanceof Input.Files) {
        change.write().ifPresentOrElse(unwritten::add, () -> changed.add(change));
      } else {
        changed.add(change);
      }
    }
    return new Outcome(formatting.rewritings(), changed, formatting.problems(), unwritten, !write);
  }
}
