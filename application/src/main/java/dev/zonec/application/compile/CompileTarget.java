package dev.zonec.application.compile;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.output.PolicyDirectory;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/** Where compiled policies go. */
public sealed interface CompileTarget {
  /** The caller shows the policies. */
  record Shown() implements CompileTarget {}

  /** A folder gets the policies. */
  record Folder(Path path) implements CompileTarget {}

  /**
   * A folder is compared with the policies, and nothing is written.
   *
   * @param byFile whether each file is compared, in addition to the folder
   */
  record Compared(Path path, boolean byFile) implements CompileTarget {}

  /** Brings proved policies to the target. */
  default Emission emit(Compilation.Compiled compiled) {
    return switch (this) {
      case Shown shown -> new Emission.Shown(compiled.stream());
      case Folder(Path path) ->
          switch (PolicyDirectory.write(path, compiled.owner(), compiled.policies())) {
            case PolicyDirectory.Outcome.Failed(var problems) -> new Emission.Failed(problems);
            case PolicyDirectory.Outcome.Written done ->
                new Emission.Written(path, compiled.policies().size(), done.warnings());
          };
      case Compared(Path path, boolean byFile) -> {
        List<Diagnostic> differences =
            PolicyDirectory.check(path, compiled.owner(), compiled.policies());
        yield new Emission.Compared(
            path,
            compiled.policies().size(),
            differences,
            byFile
                ? PolicyDirectory.checkFiles(path, compiled.owner(), compiled.policies())
                : List.of());
      }
    };
  }
}
