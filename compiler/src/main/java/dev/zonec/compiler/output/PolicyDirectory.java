package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A directory of policies: {@code <namespace>/<name>.yaml}, and a {@code kustomization.yaml} that
 * lists them.
 *
 * <p>A file there is generated iff it begins with the header of generated files. Generated files
 * are replaced, and removed once nothing writes them; any other file is left as it is.
 */
public final class PolicyDirectory {
  private PolicyDirectory() {}

  /** What came of writing. */
  public sealed interface Outcome {
    /**
     * The directory holds the policies.
     *
     * @param written the files that are new or changed, below the directory, sorted
     * @param removed the generated files that were no longer wanted, sorted
     */
    record Written(List<String> written, List<String> removed) implements Outcome {
      /** Copies the lists. */
      public Written {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
      }
    }

    /** The directory is as it was. */
    record Failed(List<Diagnostic> problems) implements Outcome {
      /** Copies the problems. */
      public Failed {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Makes {@code dir} hold {@code policies} of {@code module}, or leaves it as it is. */
  public static Outcome write(Path dir, String module, List<PolicyFile> policies) {
    return write(dir, module, policies, new FileMoves.Renaming());
  }

  static Outcome write(Path dir, String module, List<PolicyFile> policies, FileMoves moves) {
    try {
      Differences differences = Differences.of(dir, contents(module, policies));
      List<Diagnostic> obstacles = new ArrayList<>();
      differences
          .inTheWay()
          .forEach((path, why) -> obstacles.add(inTheWay(dir.resolve(path).toString(), why)));
      if (!obstacles.isEmpty()) {
        return new Outcome.Failed(obstacles);
      }
      DirectoryUpdate.apply(dir, differences, moves);
      return new Outcome.Written(
          List.copyOf(differences.changed().keySet()), List.copyOf(differences.stale()));
    } catch (IOException e) {
      return new Outcome.Failed(List.of(unwritable(dir)));
    }
  }

  /** How {@code dir} differs from {@code policies} of {@code module}; nothing if it is current. */
  public static List<Diagnostic> check(Path dir, String module, List<PolicyFile> policies) {
    try {
      Differences differences = Differences.of(dir, contents(module, policies));
      List<Diagnostic> found = new ArrayList<>();
      differences.missing().forEach(path -> found.add(stale(dir, path, "is missing")));
      differences.changed().keySet().stream()
          .filter(path -> !differences.missing().contains(path))
          .forEach(path -> found.add(stale(dir, path, "differs from what would be written")));
      differences.inTheWay().forEach((path, why) -> found.add(stale(dir, path, why)));
      differences.stale().forEach(path -> found.add(stale(dir, path, "is no longer generated")));
      return List.copyOf(found);
    } catch (IOException e) {
      return List.of(
          Diagnostic.errorIn(Code.ZC0411, dir.toString(), "`" + dir + "` cannot be read"));
    }
  }

  private static Map<String, String> contents(String module, List<PolicyFile> policies) {
    return Kustomization.withPolicies(module, policies);
  }

  private static Diagnostic inTheWay(String path, String why) {
    return Diagnostic.errorIn(Code.ZC0410, path, "`" + path + "` is in the way: it " + why)
        .note("nothing was written")
        .help("move it elsewhere, or write to another directory");
  }

  private static Diagnostic unwritable(Path dir) {
    return Diagnostic.errorIn(Code.ZC0410, dir.toString(), "cannot write to `" + dir + "`")
        .note("the directory is as it was");
  }

  private static Diagnostic stale(Path dir, String path, String how) {
    String file = dir.resolve(path).toString();
    return Diagnostic.errorIn(Code.ZC0411, file, "`" + file + "` " + how);
  }
}
