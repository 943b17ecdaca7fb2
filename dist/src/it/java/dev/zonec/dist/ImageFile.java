package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads an image as a container runtime does: by the digests, from the index down. */
record ImageFile(Path layout, JsonNode manifest, JsonNode config) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WHITEOUT = ".wh.";

  /** Reads the image for this machine in {@code packages}, with {@code folder} for its parts. */
  static ImageFile of(Path packages, Path folder) throws Exception {
    Files.createDirectories(folder);
    Path file = packages.resolve("zonec-" + Built.VERSION + "-image-" + Built.PLATFORM + ".tar");
    assertThat(Built.run(Built.SYSTEM, "tar", "-xf", "" + file, "-C", "" + folder).exit()).isZero();
    JsonNode index = MAPPER.readTree(folder.resolve("index.json").toFile());
    assertThat(index.at("/manifests").size()).isEqualTo(1);
    JsonNode manifest = MAPPER.readTree(blob(folder, index.at("/manifests/0")).toFile());
    return new ImageFile(
        folder, manifest, MAPPER.readTree(blob(folder, manifest.get("config")).toFile()));
  }

  /** Returns the file that a descriptor names, whose digest and size are checked. */
  static Path blob(Path layout, JsonNode descriptor) throws IOException {
    String sum = descriptor.get("digest").asText().replaceFirst("^sha256:", "");
    Path blob = layout.resolve("blobs/sha256").resolve(sum);
    assertThat(Checksums.sha256(blob)).isEqualTo(sum);
    assertThat(Files.size(blob)).isEqualTo(descriptor.get("size").asLong());
    return blob;
  }

  JsonNode read(String file) throws IOException {
    return MAPPER.readTree(layout.resolve(file).toFile());
  }

  /** Returns the digests of the layers. */
  List<String> layers() {
    List<String> digests = new ArrayList<>();
    manifest.get("layers").forEach(layer -> digests.add(layer.get("digest").asText()));
    return digests;
  }

  /** Unpacks the layers into {@code root}, and returns the digests of their tar files. */
  List<String> unpack(Path root) throws IOException {
    List<String> digests = new ArrayList<>();
    for (JsonNode layer : manifest.get("layers")) {
      MessageDigest digest = Checksums.digest();
      try (InputStream file = Files.newInputStream(blob(layout, layer));
          DigestInputStream in =
              new DigestInputStream(
                  new GzipCompressorInputStream(new BufferedInputStream(file)), digest)) {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(entry, tar, root);
        }
        in.transferTo(OutputStream.nullOutputStream());
      }
      digests.add("sha256:" + HexFormat.of().formatHex(digest.digest()));
    }
    return digests;
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    assertThat(path.startsWith(root)).as(entry.getName()).isTrue();
    assertThat(List.of(entry.getLongUserId(), entry.getLongGroupId())).containsOnly(0L);
    String name = path.getFileName().toString();
    if (name.startsWith(WHITEOUT)) {
      delete(path.resolveSibling(name.substring(WHITEOUT.length())));
    } else if (entry.isDirectory()) {
      Files.createDirectories(path);
      mode(path, entry.getMode());
    } else if (entry.isSymbolicLink()) {
      Files.deleteIfExists(path);
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      assertThat(entry.isFile()).isTrue();
      Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      mode(path, entry.getMode());
      Files.setLastModifiedTime(path, FileTime.from(entry.getLastModifiedTime().toInstant()));
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> within = Files.walk(path)) {
        for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void mode(Path path, int mode) throws IOException {
    PosixFilePermission[] inOrder = PosixFilePermission.values();
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < inOrder.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        permissions.add(inOrder[i]);
      }
    }
    Files.setPosixFilePermissions(path, permissions);
  }
}
