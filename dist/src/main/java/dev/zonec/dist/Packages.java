package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The files of a release, made from installations.
 *
 * @param version the version of zonec
 * @param commit the commit that it was built from; empty if it is not known
 * @param time the time of everything
 * @param work a folder for files on the way
 * @param out the folder of the files
 */
record Packages(String version, String commit, Instant time, Path work, Path out) {
  private static final String BUILD = "dev/zonec/application/version/build.properties";

  /**
   * An installation and what its packages need besides.
   *
   * @param libraries the libraries of the system that the installation loads, if it is for Linux
   * @param base the lowest layer of the image; empty if no image is made
   */
  record Contents(
      Installation installation, Optional<SharedLibraries> libraries, Optional<FileTree> base) {}

  /** Writes the packages, the formula and the sums, and returns the files. */
  List<Path> write(List<Contents> contents) throws IOException {
    List<Path> files = new ArrayList<>();
    SortedMap<Platform, Path> archives = new TreeMap<>();
    for (Contents each : contents) {
      Installation installation = each.installation();
      String name = installation.root().getFileName().toString();
      Path archive = out.resolve(name + ".tar.gz");
      TarFile.write(installation.root(), archive, time);
      archives.put(installation.platform(), archive);
      files.add(archive);
      files.add(
          Files.copy(
              installation.root().resolve("zonec.cdx.json"),
              out.resolve(name + ".cdx.json"),
              StandardCopyOption.REPLACE_EXISTING));
      if (each.libraries().isPresent()) {
        DebianPackage debian = new DebianPackage(installation, version, time);
        Path deb = out.resolve(debian.fileName());
        debian.write(each.libraries().get().depends(), work, deb);
        files.add(deb);
      }
      if (each.base().isPresent()) {
        files.add(image(installation, each.base().get()));
      }
    }
    if (!archives.isEmpty()) {
      files.add(Files.writeString(out.resolve("zonec.rb"), Formula.text(version, archives)));
    }
    Checksums.write(out, files);
    return files;
  }

  private Path image(Installation installation, FileTree base) throws IOException {
    Platform platform = installation.platform();
    Map<String, String> labels = new TreeMap<>();
    String prefix = "org.opencontainers.image.";
    labels.put(prefix + "title", "zonec");
    labels.put(
        prefix + "description", "Policy as code for Kubernetes NetworkPolicies, with proofs");
    labels.put(prefix + "version", version);
    labels.put(prefix + "created", time.toString());
    labels.put(prefix + "url", Project.HOMEPAGE);
    labels.put(prefix + "source", Project.HOMEPAGE);
    labels.put(prefix + "licenses", "Apache-2.0");
    if (!commit.isEmpty()) {
      labels.put(prefix + "revision", commit);
    }
    List<FileTree> layers = new ArrayList<>();
    layers.add(base);
    layers.addAll(Image.layers(installation));
    Path file = out.resolve("zonec-" + version + "-image-" + platform + ".tar");
    new Image(platform, Project.IMAGE, version, labels, time).write(layers, work, file);
    return file;
  }

  /** Returns the commit that the jars in {@code lib} were built from; empty if none is recorded. */
  static String commit(Path lib) throws IOException {
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar :
          jars.filter(each -> each.getFileName().toString().startsWith("zonec-application"))
              .toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          ZipEntry entry = file.getEntry(BUILD);
          if (entry != null) {
            Properties properties = new Properties();
            try (InputStream in = file.getInputStream(entry)) {
              properties.load(in);
            }
            String commit = properties.getProperty("commit", "");
            return commit.equals("unknown") ? "" : commit;
          }
        }
      }
    }
    return "";
  }
}
