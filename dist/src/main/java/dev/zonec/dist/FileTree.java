package dev.zonec.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Folders, files and links that become a tar file. Paths are relative and have no slash at the end.
 * The folder of each path exists.
 */
final class FileTree {
  static final int EXECUTABLE = 0755;
  static final int PLAIN = 0644;

  private static final int ANY = 0777;
  private static final int FOLDER = 040000;
  private static final int REGULAR = 0100000;
  private static final int LINK = 0120000;

  /** What a path is. */
  sealed interface Node {}

  /** A folder with these permissions. */
  record Folder(int mode) implements Node {}

  /** A symbolic link to {@code target}. */
  record Link(String target) implements Node {}

  /**
   * A file.
   *
   * @param mode its permissions
   * @param size the number of its bytes
   */
  record Regular(int mode, long size, Content content) implements Node {
    byte[] bytes() throws IOException {
      try (InputStream in = content.open()) {
        return in.readAllBytes();
      }
    }
  }

  /** The bytes of a file. */
  interface Content {
    InputStream open() throws IOException;
  }

  private final NavigableMap<String, Node> nodes = new TreeMap<>();

  /** Adds a folder. */
  FileTree folder(String path, int mode) {
    parents(path);
    nodes.put(path, new Folder(mode));
    return this;
  }

  /** Adds a file with {@code content}. */
  FileTree file(String path, byte[] content, int mode) {
    parents(path);
    byte[] bytes = content.clone();
    nodes.put(path, new Regular(mode, bytes.length, () -> new ByteArrayInputStream(bytes)));
    return this;
  }

  /** Adds a file with the content of {@code source}, which is read later. */
  FileTree file(String path, Path source, int mode) throws IOException {
    parents(path);
    nodes.put(path, new Regular(mode, Files.size(source), () -> Files.newInputStream(source)));
    return this;
  }

  /** Adds a symbolic link. */
  FileTree link(String path, String target) {
    parents(path);
    nodes.put(path, new Link(target));
    return this;
  }

  /**
   * Adds everything in {@code folder}.
   *
   * @param path the path of {@code folder} itself; empty if it is the root
   * @param kept whether a path relative to {@code folder} is added
   */
  FileTree copy(Path folder, String path, Predicate<String> kept) throws IOException {
    for (Path each : TarFile.sorted(folder)) {
      String within = folder.relativize(each).toString();
      String name = path.isEmpty() || within.isEmpty() ? path + within : path + "/" + within;
      if (name.isEmpty() || !kept.test(within)) {
        continue;
      }
      if (Files.isSymbolicLink(each)) {
        link(name, Files.readSymbolicLink(each).toString());
      } else if (Files.isDirectory(each)) {
        folder(name, EXECUTABLE);
      } else {
        file(name, each, TarFile.mode(each));
      }
    }
    return this;
  }

  private void parents(String path) {
    int slash = path.lastIndexOf('/');
    if (slash > 0 && !nodes.containsKey(path.substring(0, slash))) {
      folder(path.substring(0, slash), EXECUTABLE);
    }
  }

  /** Returns what is there, in the order of the paths. */
  Map<String, Node> nodes() {
    return nodes;
  }

  /** Returns the paths of the files, in order. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    nodes.forEach(
        (path, node) -> {
          if (node instanceof Regular) {
            files.add(path);
          }
        });
    return files;
  }

  /**
   * Writes a tar file. Its bytes depend on the content and the arguments only.
   *
   * @param root what stands before each path, such as {@code ./}
   * @param time the time of everything
   */
  void write(OutputStream out, String root, Instant time) throws IOException {
    // Closing the tar file would close the stream.
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
    // dpkg does not read POSIX' form of long names.
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    if (root.endsWith("/")) {
      put(tar, entry(root, TarConstants.LF_DIR, FOLDER | EXECUTABLE, time));
    }
    for (Map.Entry<String, Node> each : nodes.entrySet()) {
      String name = root + each.getKey();
      switch (each.getValue()) {
        case Folder folder ->
            put(tar, entry(name + "/", TarConstants.LF_DIR, FOLDER | folder.mode(), time));
        case Link link -> {
          TarArchiveEntry entry = entry(name, TarConstants.LF_SYMLINK, LINK | ANY, time);
          entry.setLinkName(link.target());
          put(tar, entry);
        }
        case Regular file -> {
          TarArchiveEntry entry = entry(name, TarConstants.LF_NORMAL, REGULAR | file.mode(), time);
          entry.setSize(file.size());
          tar.putArchiveEntry(entry);
          try (InputStream in = file.content().open()) {
            in.transferTo(tar);
          }
          tar.closeArchiveEntry();
        }
      }
    }
    tar.finish();
    tar.flush();
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry) throws IOException {
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private static TarArchiveEntry entry(String name, byte type, int mode, Instant time) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setMode(mode);
    entry.setModTime(time.toEpochMilli());
    entry.setIds(0, 0);
    // The default is the name of the user that runs the build.
    entry.setNames("root", "root");
    return entry;
  }
}
