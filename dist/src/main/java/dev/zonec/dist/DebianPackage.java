package dev.zonec.dist;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/**
 * A package for Debian and its relatives.
 *
 * @param installation what it contains, with its class archive or the script that makes it
 * @param version the version of zonec
 * @param time the time of everything
 */
record DebianPackage(Installation installation, String version, Instant time) {
  private static final String HOME = "usr/lib/zonec";
  private static final String DOC = "usr/share/doc/zonec/";
  private static final String MAINTAINER = "The zonec authors <zonec@users.noreply.github.com>";
  private static final int BLOCK = 1024;

  /** The permissions of a regular file, and its type. */
  private static final int MODE = 0100644;

  /** Returns the name of the file, as Debian names packages. */
  String fileName() {
    return "zonec_" + debianVersion() + "_" + installation.platform().debian() + ".deb";
  }

  /** Returns the version as Debian orders it: {@code 0.1.0~SNAPSHOT} is before {@code 0.1.0}. */
  private String debianVersion() {
    return version.replace('-', '~');
  }

  /**
   * Writes the package.
   *
   * @param depends the packages that it depends on
   * @param work a folder for a file on the way
   */
  void write(String depends, Path work, Path file) throws IOException {
    FileTree data = data();
    FileTree control = control(data, depends);
    Path packed = Files.createTempFile(work, "data", ".tar.gz");
    try (OutputStream gzip = TarFile.gzip(Files.newOutputStream(packed))) {
      data.write(gzip, "./", time);
    }
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    try (OutputStream gzip = TarFile.gzip(description)) {
      control.write(gzip, "./", time);
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (ArArchiveOutputStream ar =
        new ArArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      put(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.UTF_8));
      put(ar, "control.tar.gz", description.toByteArray());
      ar.putArchiveEntry(entry("data.tar.gz", Files.size(packed)));
      Files.copy(packed, ar);
      ar.closeArchiveEntry();
    }
    Files.delete(packed);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void put(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
    ar.putArchiveEntry(entry(name, content.length));
    ar.write(content);
    ar.closeArchiveEntry();
  }

  private ArArchiveEntry entry(String name, long size) {
    return new ArArchiveEntry(name, size, 0, 0, MODE, time.getEpochSecond());
  }

  private FileTree data() throws IOException {
    Path root = installation.root();
    FileTree tree = new FileTree();
    for (String folder : List.of("bin", "lib", "runtime")) {
      // All texts of licences are in the file copyright.
      tree.copy(
          root.resolve(folder),
          HOME + "/" + folder,
          path -> !folder.equals("runtime") || !path.startsWith("legal"));
    }
    tree.link("usr/bin/zonec", "../lib/zonec/bin/zonec");
    Path share = root.resolve("share");
    for (Path page : TarFile.sorted(share.resolve("man/man1"))) {
      if (Files.isRegularFile(page)) {
        tree.file(
            "usr/share/man/man1/" + page.getFileName() + ".gz",
            TarFile.gzip(Files.readAllBytes(page)),
            FileTree.PLAIN);
      }
    }
    for (Map.Entry<String, String> each :
        Map.of(
                "bash-completion/completions/zonec", "bash-completion/completions/zonec",
                "zsh/site-functions/_zonec", "zsh/vendor-completions/_zonec",
                "fish/vendor_completions.d/zonec.fish", "fish/vendor_completions.d/zonec.fish")
            .entrySet()) {
      tree.file("usr/share/" + each.getValue(), share.resolve(each.getKey()), FileTree.PLAIN);
    }
    text(tree, DOC + "copyright", CopyrightFile.text(installation, Project.HOMEPAGE));
    tree.file(DOC + "zonec.cdx.json", root.resolve("zonec.cdx.json"), FileTree.PLAIN);
    tree.file(
        DOC + "changelog.gz",
        TarFile.gzip(
            Templates.text(
                    "debian-changelog.txt",
                    Map.of(
                        "VERSION",
                        debianVersion(),
                        "HOMEPAGE",
                        Project.HOMEPAGE,
                        "MAINTAINER",
                        MAINTAINER,
                        "DATE",
                        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                            .format(time.atOffset(ZoneOffset.UTC))))
                .getBytes(StandardCharsets.UTF_8)),
        FileTree.PLAIN);
    text(
        tree,
        "usr/share/lintian/overrides/zonec",
        Templates.text("debian-overrides.txt", Map.of()));
    return tree;
  }

  private FileTree control(FileTree data, String depends) throws IOException {
    FileTree control = new FileTree();
    text(
        control,
        "control",
        Templates.text(
            "debian-control.txt",
            Map.of(
                "VERSION",
                debianVersion(),
                "ARCHITECTURE",
                installation.platform().debian(),
                "MAINTAINER",
                MAINTAINER,
                "SIZE",
                String.valueOf(kibibytes(data)),
                "DEPENDS",
                depends,
                "HOMEPAGE",
                Project.HOMEPAGE)));
    text(control, "md5sums", sums(data));
    if (data.nodes().containsKey(HOME + "/lib/class-archive")) {
      for (String script : List.of("postinst", "prerm")) {
        control.file(
            script,
            Templates.text("debian-" + script + ".sh", Map.of()).getBytes(StandardCharsets.UTF_8),
            FileTree.EXECUTABLE);
      }
    }
    return control;
  }

  /** Returns the size of the installed package as Debian counts it. */
  private static long kibibytes(FileTree data) {
    return data.nodes().values().stream()
        .mapToLong(
            node -> node instanceof FileTree.Regular file ? (file.size() + BLOCK - 1) / BLOCK : 1)
        .sum();
  }

  /** Returns the sums of the files, for {@code dpkg --verify}. */
  private static String sums(FileTree data) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, FileTree.Node> each : data.nodes().entrySet()) {
      if (each.getValue() instanceof FileTree.Regular file) {
        MessageDigest digest = md5();
        try (InputStream in = new DigestInputStream(file.content().open(), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        sums.append(HexFormat.of().formatHex(digest.digest()))
            .append("  ")
            .append(each.getKey())
            .append('\n');
      }
    }
    return sums.toString();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(FileTree tree, String path, String content) {
    tree.file(path, content.getBytes(StandardCharsets.UTF_8), FileTree.PLAIN);
  }
}
