package dev.zonec.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An image in the layout of the Open Container Initiative, as one tar file. {@code docker load},
 * {@code podman load}, containerd and skopeo read it. No daemon and no registry makes it.
 *
 * @param platform the platform of the image
 * @param name its name without the tag, such as {@code ghcr.io/zonec/zonec}
 * @param tag its tag
 * @param labels its labels
 * @param time the time of everything
 */
record Image(Platform platform, String name, String tag, Map<String, String> labels, Instant time) {
  /** Where zonec is in the image. */
  static final String HOME = "usr/lib/zonec";

  private static final String TYPE = "application/vnd.oci.image.";
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** A part of the image, by its SHA-256. */
  private record Blob(String type, String sha256, long size) {
    String path() {
      return "blobs/sha256/" + sha256;
    }

    Map<String, Object> descriptor() {
      return Map.of("mediaType", TYPE + type, "digest", "sha256:" + sha256, "size", size);
    }
  }

  /** Returns the layers of zonec itself; the first one changes with the version of Java only. */
  static List<FileTree> layers(Installation installation) throws IOException {
    FileTree runtime =
        new FileTree()
            .copy(installation.root().resolve("runtime"), HOME + "/runtime", path -> true);
    FileTree own =
        new FileTree().copy(installation.root(), HOME, path -> !path.startsWith("runtime"));
    own.link("usr/bin/zonec", "../lib/zonec/bin/zonec");
    return List.of(runtime, own);
  }

  /**
   * Writes the image.
   *
   * @param layers the files, the lowest layer first
   * @param work a folder for the layers
   */
  void write(List<FileTree> layers, Path work, Path file) throws IOException {
    FileTree layout = new FileTree();
    List<Map<String, Object>> descriptors = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    for (FileTree layer : layers) {
      Path part = Files.createTempFile(work, "layer", ".tar.gz");
      written.add(part);
      MessageDigest digest = Checksums.digest();
      try (OutputStream gzip = TarFile.gzip(Files.newOutputStream(part));
          DigestOutputStream out = new DigestOutputStream(gzip, digest)) {
        layer.write(out, "", time);
      }
      digests.add("sha256:" + HexFormat.of().formatHex(digest.digest()));
      Blob blob = new Blob("layer.v1.tar+gzip", Checksums.sha256(part), Files.size(part));
      layout.file(blob.path(), part, FileTree.PLAIN);
      descriptors.add(blob.descriptor());
      paths.add(blob.path());
    }
    Blob config = json(layout, "config.v1+json", config(digests));
    Map<String, Object> manifest =
        Map.of(
            "schemaVersion",
            2,
            "mediaType",
            TYPE + "manifest.v1+json",
            "config",
            config.descriptor(),
            "layers",
            descriptors,
            "annotations",
            labels);
    layout(layout, json(layout, "manifest.v1+json", manifest), config, paths);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      layout.write(out, "", time);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    for (Path each : written) {
      Files.delete(each);
    }
  }

  private Map<String, Object> config(List<String> digests) {
    Map<String, Object> run =
        Map.of(
            "User",
            ImageBase.USER + ":" + ImageBase.USER,
            // File names need a locale with UTF-8; other users need a home.
            "Env",
            List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/tmp"),
            "Entrypoint",
            List.of("/usr/bin/zonec"),
            "WorkingDir",
            "/work",
            "Labels",
            labels);
    Map<String, Object> history = Map.of("created", time.toString(), "created_by", "zonec " + tag);
    return Map.of(
        "created", time.toString(),
        "architecture", platform.debian(),
        "os", "linux",
        "config", run,
        "rootfs", Map.of("type", "layers", "diff_ids", digests),
        "history", Collections.nCopies(digests.size(), history));
  }

  /** Adds the files that name the manifest: those of the layout, and the one of older Dockers. */
  private void layout(FileTree layout, Blob manifest, Blob config, List<String> layers)
      throws IOException {
    Map<String, Object> entry = new HashMap<>(manifest.descriptor());
    entry.put("platform", Map.of("architecture", platform.debian(), "os", "linux"));
    entry.put(
        "annotations",
        Map.of(
            "org.opencontainers.image.ref.name",
            tag,
            "io.containerd.image.name",
            name + ":" + tag));
    Map<String, Object> index =
        Map.of(
            "schemaVersion", 2, "mediaType", TYPE + "index.v1+json", "manifests", List.of(entry));
    Map<String, Object> docker =
        Map.of(
            "Config", config.path(),
            "RepoTags", List.of(name + ":" + tag),
            "Layers", layers);
    layout.file("oci-layout", bytes(Map.of("imageLayoutVersion", "1.0.0")), FileTree.PLAIN);
    layout.file("index.json", bytes(index), FileTree.PLAIN);
    layout.file("manifest.json", bytes(List.of(docker)), FileTree.PLAIN);
  }

  private static Blob json(FileTree layout, String type, Object content) throws IOException {
    byte[] bytes = bytes(content);
    Blob blob =
        new Blob(type, HexFormat.of().formatHex(Checksums.digest().digest(bytes)), bytes.length);
    layout.file(blob.path(), bytes, FileTree.PLAIN);
    return blob;
  }

  private static byte[] bytes(Object content) throws IOException {
    return (MAPPER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
