package dev.zonec.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files below zonec in an image: libraries and a shell of Debian. Scripts of pipelines need the
 * shell.
 */
final class ImageBase {
  /** The user of the image, by number: Kubernetes can then check that it is not root. */
  static final int USER = 65532;

  private static final int EVERYBODY = 01777;

  private static final Pattern KEPT =
      Pattern.compile(
          "(usr/)?lib(64)?(/[^/]+-linux-gnu)?/[^/]+\\.so(\\.[0-9.]+)?"
              + "|usr/lib/locale/C\\.utf8/.*"
              + "|bin/busybox"
              + "|usr/share/doc/[^/]+(/copyright)?");

  /** The programs that scripts of pipelines use; BusyBox is each of them. */
  private static final List<String> COMMANDS =
      """
      [ ash awk basename cat chmod cmp cp cut date diff dirname du echo egrep env expr false fgrep find
      grep gunzip gzip head id ls mkdir mktemp mv nproc od printf pwd readlink realpath rm rmdir sed seq
      sh sha256sum sleep sort stat tail tar tee test timeout touch tr true uname uniq wc wget which xargs
      """
          .strip()
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();

  private ImageBase() {}

  /**
   * Returns the files.
   *
   * @param packages the packages of Debian that {@code inputs.tsv} lists
   * @param libraries the libraries that zonec loads
   */
  static FileTree of(List<Path> packages, SharedLibraries libraries)
      throws IOException, MissingInput {
    FileTree tree = new FileTree();
    for (String folder : List.of("dev", "etc", "proc", "sys", "work")) {
      tree.folder(folder, FileTree.EXECUTABLE);
    }
    tree.folder("tmp", EVERYBODY);
    Map<String, String> required = libraries.requirements();
    for (Path deb : packages) {
      DebianFiles.add(deb, path -> KEPT.matcher(path).matches(), tree);
      // Scanners for vulnerabilities read the names and versions of packages here.
      String control = DebianFiles.control(deb);
      String name = field(control, "Package");
      text(tree, "var/lib/dpkg/status.d/" + name, control);
      String version = field(control, "Version");
      String least = required.getOrDefault(name, "");
      if (!least.isEmpty() && SharedLibraries.compareVersions(version, least) < 0) {
        throw new MissingInput(
            "the runtime needs " + name + " " + least + ", and inputs.tsv has " + version);
      }
    }
    for (String command : COMMANDS) {
      tree.link("bin/" + command, "busybox");
    }
    text(
        tree,
        "etc/passwd",
        "root:x:0:0:root:/:/bin/sh\nnonroot:x:" + USER + ":" + USER + "::/tmp:/bin/sh\n");
    text(tree, "etc/group", "root:x:0:\nnonroot:x:" + USER + ":\n");
    text(tree, "etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
    text(
        tree,
        "etc/os-release",
        "PRETTY_NAME=\"zonec on libraries of Debian 12\"\nNAME=\"Debian GNU/Linux\"\n"
            + "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n");
    check(tree, libraries);
    return tree;
  }

  /** Fails if a library that zonec loads is absent. */
  private static void check(FileTree tree, SharedLibraries libraries) throws MissingInput {
    Set<String> present =
        tree.nodes().keySet().stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    Set<String> absent = new TreeSet<>(libraries.names());
    absent.removeAll(present);
    if (!absent.isEmpty()) {
      throw new MissingInput(
          "no package of inputs.tsv has " + String.join(", ", absent) + ", which zonec loads");
    }
  }

  private static void text(FileTree tree, String path, String content) {
    tree.file(path, content.getBytes(StandardCharsets.UTF_8), FileTree.PLAIN);
  }

  private static String field(String control, String name) throws IOException {
    Matcher field = Pattern.compile("(?m)^" + name + ": (\\S+)$").matcher(control);
    if (!field.find()) {
      throw new IOException("a file control has no field " + name);
    }
    return field.group(1);
  }
}
