package dev.zonec.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes jars with a part of the content of other jars. */
final class JarCopies {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Instant time;

  /**
   * @param time the time of every entry
   */
  JarCopies(Instant time) {
    this.time = time;
  }

  /** Copies {@code jar} without the entries whose names {@code left} holds for. */
  void without(Predicate<String> left, Path jar, Path copy) throws IOException {
    SortedMap<String, byte[]> entries = entries(jar);
    entries.keySet().removeIf(left);
    write(entries, copy);
  }

  /** Copies {@code jar} with another class path in its manifest. */
  void withClassPath(String classPath, Path jar, Path copy) throws IOException {
    SortedMap<String, byte[]> entries = entries(jar);
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      manifest.write(bytes);
      entries.put(MANIFEST, bytes.toByteArray());
    }
    write(entries, copy);
  }

  /** Writes a jar with {@code entries}. */
  void write(SortedMap<String, byte[]> entries, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      if (entries.containsKey(MANIFEST)) {
        put(zip, MANIFEST, entries.get(MANIFEST));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        if (!entry.getKey().equals(MANIFEST)) {
          put(zip, entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static SortedMap<String, byte[]> entries(Path jar) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        try (InputStream in = file.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }
}
