package dev.zonec.application.revision;

import dev.zonec.diagnostics.deadline.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Writes the files of a commit to a folder. */
final class CommitFiles {
  private final Repository repository;
  private final Path folder;
  private final List<Path> submodules = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private record Link(Path path, ObjectId target) {}

  private CommitFiles(Repository repository, Path folder) {
    this.repository = repository;
    this.folder = folder;
  }

  /**
   * Writes the files of {@code tree} to {@code folder}, which is empty.
   *
   * @return the folders of submodules, whose files are not in the repository
   */
  static List<Path> write(Repository repository, RevTree tree, Path folder) throws IOException {
    CommitFiles files = new CommitFiles(repository, folder);
    files.write(tree);
    return files.submodules;
  }

  private void write(RevTree tree) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = new TreeWalk(repository, reader)) {
      walk.reset(tree);
      while (walk.next()) {
        Deadline.check();
        enter(walk, reader);
      }
      // Links come last, so that no file is written through one.
      for (Link link : links) {
        link(link, reader);
      }
    }
  }

  private void enter(TreeWalk walk, ObjectReader reader) throws IOException {
    Path path = folder.resolve(walk.getPathString()).normalize();
    if (!isName(walk.getNameString()) || !path.startsWith(folder)) {
      throw new IOException("the commit has a file with the invalid name " + walk.getPathString());
    }
    int mode = walk.getRawMode(0);
    if (FileMode.TREE.equals(mode)) {
      Files.createDirectory(path);
      walk.enterSubtree();
    } else if (FileMode.GITLINK.equals(mode)) {
      Files.createDirectory(path);
      submodules.add(path);
    } else if (FileMode.SYMLINK.equals(mode)) {
      links.add(new Link(path, walk.getObjectId(0)));
    } else {
      try (OutputStream out = Files.newOutputStream(path)) {
        reader.open(walk.getObjectId(0)).copyTo(out);
      }
    }
  }

  /** Whether a commit may contain a file {@code name}, by the rules of Git. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && !name.equalsIgnoreCase(".git")
        && name.indexOf('/') < 0
        && name.indexOf('\0') < 0;
  }

  /**
   * Creates a link. The target of a link out of the commit would be a file of today, so such a link
   * leads nowhere: reading it is a problem.
   */
  private void link(Link link, ObjectReader reader) throws IOException {
    String text = new String(reader.open(link.target()).getBytes(), StandardCharsets.UTF_8);
    Path target = Path.of(text);
    boolean inside =
        !target.isAbsolute() && link.path().resolveSibling(target).normalize().startsWith(folder);
    Files.createSymbolicLink(
        link.path(),
        inside ? target : Path.of("outside of the commit: " + link.path().getFileName()));
  }
}
