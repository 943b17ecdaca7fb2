package dev.zonec.application.revision;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.kubernetes.template.RenderCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a revision.
 *
 * @param whole the revision as a whole
 * @param prefix the begin of the names of parts in messages
 * @param folder the folder to which parts are relative
 * @param origin the folder that {@code folder} stands for
 * @param missing the files that exist in the revision and not in {@code folder}, as paths in it
 */
public record RevisionRoot(
    InputPath whole, String prefix, Path folder, Path origin, List<Path> missing) {
  /** Copies the list. */
  public RevisionRoot {
    missing = List.copyOf(missing);
  }

  /** Returns the revision at {@code path}, a file or a folder. */
  static RevisionRoot at(String path) {
    Path folder = Path.of(path);
    return new RevisionRoot(
        InputPath.of(path), path.endsWith("/") ? path : path + "/", folder, folder, List.of());
  }

  /** Returns the parts that the revision has. */
  public List<InputPath> existing(List<String> parts) {
    List<InputPath> existing = new ArrayList<>();
    for (String part : parts) {
      if (has(part)) {
        existing.add(new InputPath(name(part), folder.resolve(part).normalize().toString()));
      }
    }
    return existing;
  }

  /** Returns the name of {@code part} in messages, as Git names files of a commit. */
  private String name(String part) {
    if (part.equals(".")) {
      return whole.name();
    }
    return prefix.endsWith("./") && part.startsWith("../")
        ? prefix.substring(0, prefix.length() - "./".length()) + part
        : prefix + part;
  }

  /** Whether the revision has {@code part}. */
  boolean has(String part) {
    try {
      return Files.exists(folder.resolve(part).normalize());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Returns {@code command} in the folder of the revision that stands for its folder. */
  public RenderCommand moved(RenderCommand command) {
    if (folder.equals(origin)) {
      return command;
    }
    try {
      Path within = origin.relativize(command.folder().toRealPath());
      return command.in(folder.resolve(within).normalize());
    } catch (IOException e) {
      // The command cannot run there either, and says so.
      return command;
    }
  }

  /** Returns a problem for each submodule that contains a part, or that a part contains. */
  public List<Diagnostic> unreadable(Parts parts) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Path submodule : missing) {
      boolean read =
          parts.isWhole()
              ? submodule.startsWith(folder)
              : parts.all().stream()
                  .map(part -> folder.resolve(part).normalize())
                  .anyMatch(part -> submodule.startsWith(part) || part.startsWith(submodule));
      if (read) {
        String name = name(folder.relativize(submodule).toString());
        problems.add(
            Diagnostic.errorIn(
                Code.ZC0601,
                name,
                "the submodule `" + name + "` is not read: its files are in another repository"));
      }
    }
    return problems;
  }
}
