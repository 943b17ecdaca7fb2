package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.ShortList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of policies: {@code <namespace>/<name>.yaml}, and a {@code kustomization.yaml} that
 * lists them. Several programs, and several values of one program's parameters, can share it.
 *
 * <p>A file belongs to a program if its first line says so. zonec replaces the program's files, and
 * removes those that the program no longer generates. It does not change any other file. It keeps
 * the list up to date for all programs, unless a person wrote it.
 */
public final class PolicyDirectory {
  /** The greatest number of paths in a message. */
  private static final int MOST = 5;

  private PolicyDirectory() {}

  /** The outcome of writing. */
  public sealed interface Outcome {
    /**
     * The folder contains the policies.
     *
     * @param written the new and changed files, sorted, relative to the folder
     * @param removed the removed files of the program, sorted
     * @param warnings problems that a person has to solve
     */
    record Written(List<String> written, List<String> removed, List<Diagnostic> warnings)
        implements Outcome {
      /** Copies the lists. */
      public Written {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        warnings = List.copyOf(warnings);
      }
    }

    /** The folder is unchanged. */
    record Failed(List<Diagnostic> problems) implements Outcome {
      /** Copies the problems. */
      public Failed {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Makes {@code dir} contain {@code policies} of {@code owner}, or leaves it unchanged. */
  public static Outcome write(Path dir, Owner owner, List<PolicyFile> policies) {
    return write(dir, owner, policies, new FileMoves.Renaming());
  }

  static Outcome write(Path dir, Owner owner, List<PolicyFile> policies, FileMoves moves) {
    try {
      Differences differences = Differences.of(dir, owner, contents(policies));
      List<Diagnostic> obstacles = new ArrayList<>();
      differences
          .inTheWay()
          .forEach((path, why) -> obstacles.add(inTheWay(dir.resolve(path).toString(), why)));
      if (!obstacles.isEmpty()) {
        return new Outcome.Failed(obstacles);
      }
      DirectoryUpdate.apply(dir, differences, moves);
      return new Outcome.Written(
          List.copyOf(differences.changed().keySet()),
          List.copyOf(differences.stale()),
          unlisted(dir, differences));
    } catch (IOException e) {
      return new Outcome.Failed(List.of(unwritable(dir, e)));
    }
  }

  /**
   * Compares {@code dir} with {@code policies} of {@code owner}. Returns one error with a line for
   * each file, or none if the folder is up to date, and the warnings that writing would give.
   */
  public static List<Diagnostic> check(Path dir, Owner owner, List<PolicyFile> policies) {
    try {
      Differences differences = Differences.of(dir, owner, contents(policies));
      List<Diagnostic> found = new ArrayList<>();
      if (!differences.none()) {
        found.add(outdated(dir, differences));
      }
      found.addAll(unlisted(dir, differences));
      return List.copyOf(found);
    } catch (IOException e) {
      return List.of(
          Diagnostic.errorIn(Code.ZC0411, dir.toString(), "cannot read `" + dir + "`")
              .note(WriteFailure.reason(dir, e)));
    }
  }

  /**
   * Does the same with one error for each file that is missing, changed or obsolete, rather than
   * one error for the folder.
   */
  public static List<Diagnostic> checkFiles(Path dir, Owner owner, List<PolicyFile> policies) {
    try {
      Differences differences = Differences.of(dir, owner, contents(policies));
      List<Diagnostic> found = new ArrayList<>();
      for (String path : differences.changed().keySet()) {
        boolean missing = differences.missing().contains(path);
        found.add(
            outdated(dir, path, missing ? "is missing" : "is not what the program compiles to"));
      }
      differences.stale().forEach(path -> found.add(outdated(dir, path, "is obsolete")));
      differences.inTheWay().forEach((path, why) -> found.add(outdated(dir, path, why)));
      found.addAll(unlisted(dir, differences));
      return List.copyOf(found);
    } catch (IOException e) {
      return check(dir, owner, policies);
    }
  }

  private static Diagnostic outdated(Path dir, String path, String why) {
    String file = path.isEmpty() ? dir.toString() : dir.resolve(path).toString();
    return Diagnostic.errorIn(Code.ZC0411, file, "`" + file + "` " + why)
        .help("run the command without `--check`");
  }

  private static Map<String, String> contents(List<PolicyFile> policies) {
    Map<String, String> texts = new TreeMap<>();
    policies.forEach(policy -> texts.put(policy.path(), policy.text()));
    return texts;
  }

  private static List<Diagnostic> unlisted(Path dir, Differences differences) {
    List<Diagnostic> warnings = new ArrayList<>();
    for (KustomizationUpdate.Unlisted file : differences.unlisted()) {
      String path = dir.resolve(file.name()).toString();
      if (!file.readable()) {
        warnings.add(
            unlisted(path, "the resources of `" + path + "` cannot be read")
                .help("list the policies of the folder there, or delete the file"));
      }
      if (!file.missing().isEmpty()) {
        warnings.add(
            unlisted(path, "`" + path + "` does not list " + some(file.missing()))
                .help("add to its `resources` what is missing, or delete the file"));
      }
      if (!file.gone().isEmpty()) {
        warnings.add(
            unlisted(
                    path,
                    "`" + path + "` lists what is not generated any more: " + some(file.gone()))
                .help("take it out of its `resources`"));
      }
    }
    return warnings;
  }

  private static Diagnostic unlisted(String path, String message) {
    return new Diagnostic(
            Severity.WARNING, Code.ZC0412, message, new Place.InFile(path), "", List.of())
        .note("zonec did not write the file, and leaves it as it is");
  }

  private static String some(Collection<String> paths) {
    return ShortList.of(paths.stream().map(path -> "`" + path + "`").toList(), MOST);
  }

  private static Diagnostic inTheWay(String path, String why) {
    Diagnostic problem =
        Diagnostic.errorIn(Code.ZC0410, path, "`" + path + "` is in the way: it " + why)
            .note("nothing was written");
    return why.startsWith("was generated from ")
        ? problem.help(
            "write to another folder; or give the policies other names or namespaces; or delete"
                + " the file if it is out of date")
        : problem.help("move it elsewhere, or write to another directory");
  }

  private static Diagnostic unwritable(Path dir, IOException e) {
    return Diagnostic.errorIn(
            Code.ZC0410,
            dir.toString(),
            "cannot write to `" + dir + "`: " + WriteFailure.reason(dir, e))
        .note("nothing was changed")
        .help("choose another folder with `-o`, or check its permissions");
  }

  private static Diagnostic outdated(Path dir, Differences differences) {
    List<String> lines = new ArrayList<>();
    differences.missing().forEach(path -> lines.add("missing   " + path));
    differences.changed().keySet().stream()
        .filter(path -> !differences.missing().contains(path))
        .forEach(path -> lines.add("changed   " + path));
    differences.stale().forEach(path -> lines.add("obsolete  " + path));
    differences
        .inTheWay()
        .forEach((path, why) -> lines.add("blocked   " + shown(dir, path) + ", which " + why));
    Diagnostic problem =
        Diagnostic.errorIn(Code.ZC0411, dir.toString(), "`" + dir + "` is not up to date")
            .note(String.join("\n", lines));
    return differences.inTheWay().isEmpty()
        ? problem.help("run the command without `--check`")
        : problem.help("move or delete what blocks the output, or choose another folder with `-o`");
  }

  private static String shown(Path dir, String path) {
    return path.isEmpty() ? dir.toString() : path;
  }
}
