package dev.zonec.application.revision;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** The folders of two revisions of a Git repository. */
final class CommitFolders {
  private final Repository repository;
  private final CommitSearch search;

  /** The folder to which parts are relative, without symbolic links. */
  private final Path working;

  /** The root of the working tree; for a bare repository, the working folder. */
  private final Path root;

  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<TemporaryFolder> temporary = new ArrayList<>();

  private CommitFolders(Repository repository, Path working) throws IOException {
    this.repository = repository;
    this.search = new CommitSearch(repository);
    this.working = working;
    this.root = repository.isBare() ? working : repository.getWorkTree().toPath().toRealPath();
  }

  /**
   * Writes the files of {@code commits} to temporary folders.
   *
   * @param manifests more files and folders to read, and perhaps standard input
   */
  static OpenedRevisions of(Revisions.Commits commits, List<InputPath> manifests) {
    try {
      Path working = commits.working().toRealPath();
      Optional<Repository> found = RepositorySearch.around(working);
      if (found.isEmpty()) {
        return new OpenedRevisions.Unusable(
            List.of(
                Diagnostic.error(Code.ZC0661, "this folder is in no Git repository")
                    .help("compare two folders: zonec diff OLD NEW")));
      }
      try (Repository repository = found.get()) {
        return new CommitFolders(repository, working).opened(commits, manifests);
      }
    } catch (IOException e) {
      return new OpenedRevisions.Unusable(
          List.of(
              Diagnostic.error(
                  Code.ZC0661,
                  "the Git repository cannot be read: "
                      + Optional.ofNullable(e.getMessage()).orElse(e.toString()))));
    }
  }

  private OpenedRevisions opened(Revisions.Commits commits, List<InputPath> manifests)
      throws IOException {
    boolean complete = false;
    try {
      Optional<OpenedRevisions.Opened> opened = find(commits, manifests);
      complete = opened.isPresent();
      return opened.isPresent() ? opened.get() : new OpenedRevisions.Unusable(problems);
    } finally {
      if (!complete) {
        temporary.forEach(TemporaryFolder::close);
      }
    }
  }

  private Optional<OpenedRevisions.Opened> find(
      Revisions.Commits commits, List<InputPath> manifests) throws IOException {
    RevisionRange range = commits.range();
    List<String> arguments = commits.arguments();
    if (range.after().isEmpty() && !arguments.isEmpty() && isCommit(arguments.getFirst())) {
      range = range.to(arguments.getFirst());
      arguments = arguments.subList(1, arguments.size());
    }
    List<InputPath> shared = manifests.stream().filter(InputPath::isStandardInput).toList();
    Parts named =
        new Parts(
            arguments,
            List.of(),
            InputPath.names(manifests.stream().filter(path -> !shared.contains(path)).toList()),
            List.of());
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitSearch.Found> before = search.named(range.before(), problems);
    Optional<CommitSearch.Found> after = Optional.empty();
    if (range.after().isPresent()) {
      after = search.named(range.after().get(), problems);
      if (range.sinceMergeBase() && before.isPresent() && after.isPresent()) {
        before = search.mergeBase(before.get(), after.get(), problems);
      }
    } else if (repository.isBare()) {
      problems.add(
          Diagnostic.error(Code.ZC0661, "the Git repository has no working tree")
              .help("name two revisions: zonec diff --git BASE HEAD"));
    }
    if (named.isWhole()) {
      problems.addAll(commits.configured().forbiddenCommands());
    }
    Parts within = (named.isWhole() ? Parts.of(commits.configured()) : named).map(this::within);
    if (before.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    Progress.begin("reading the revisions");
    RevisionRoot old = files(before.get());
    RevisionRoot changed = after.isPresent() ? files(after.get()) : workingTree();
    // The manifests that a configuration file names, such as the output, need not exist yet.
    problems.addAll(
        OpenedRevisions.missing(old, changed, named.isWhole() ? within.program() : within.all()));
    return problems.isEmpty()
        ? Optional.of(new OpenedRevisions.Opened(old, changed, within, shared, temporary))
        : Optional.empty();
  }

  /**
   * Whether the first argument is the second revision. An argument that is a revision and a file is
   * a problem, as it is for Git.
   */
  private boolean isCommit(String argument) throws IOException {
    if (search.find(argument).isEmpty()) {
      return false;
    }
    if (!repository.isBare() && workingTree().has(argument)) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0661, "`" + argument + "` is both a revision and a file or folder")
              .help("write revisions as BASE..HEAD, and paths as ./PATH"));
    }
    return true;
  }

  /** Returns the path from the working folder to {@code part}, which is inside the repository. */
  private String within(String part) {
    try {
      Path path = working.resolve(part).normalize();
      Path real = !path.startsWith(root) && Files.exists(path) ? path.toRealPath() : path;
      if (real.startsWith(root)) {
        String relative = working.relativize(real).toString();
        return relative.isEmpty() ? "." : relative;
      }
    } catch (InvalidPathException | IOException e) {
      // Such a path is not in the repository.
      return outside(part);
    }
    return outside(part);
  }

  private String outside(String part) {
    problems.add(
        Diagnostic.error(Code.ZC0661, "`" + part + "` is outside of the Git repository")
            .note("with `--git`, every file is read in both revisions"));
    return part;
  }

  private RevisionRoot workingTree() {
    return new RevisionRoot(
        new InputPath(".", working.toString()), "", working, working, List.of());
  }

  private RevisionRoot files(CommitSearch.Found found) throws IOException {
    TemporaryFolder folder = TemporaryFolder.create();
    temporary.add(folder);
    List<Path> submodules = CommitFiles.write(repository, found.commit().getTree(), folder.path());
    Path within = folder.path().resolve(root.relativize(working));
    return new RevisionRoot(
        new InputPath(found.name() + ":.", within.toString()),
        found.name() + ":./",
        within,
        working,
        submodules);
  }
}
