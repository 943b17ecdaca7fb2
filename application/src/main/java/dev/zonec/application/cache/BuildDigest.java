package dev.zonec.application.cache;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the build of zonec that runs, by the content of the verifier's code.
 *
 * <p>The version and the commit do not: a build of edited sources has the commit that it started
 * from. The jars or class folders of the verifier and of the modules that it uses are therefore
 * read, which takes a few milliseconds. The key of a question contains the version of the solver
 * itself.
 */
final class BuildDigest {
  /** One class of each module that decides what a question means. */
  private static final List<Class<?>> MODULES =
      List.of(
          Diagnostic.class,
          ZoneProgram.class,
          World.class,
          Semantics.class,
          ImpossibleQuestions.class,
          BuildDigest.class);

  private BuildDigest() {}

  /** Returns the id of this build; empty if its code cannot be read. */
  static Optional<String> ofThisBuild() {
    try {
      TreeSet<Path> places = new TreeSet<>();
      for (Class<?> each : MODULES) {
        Optional<Path> place = place(each);
        if (place.isEmpty()) {
          return Optional.empty();
        }
        places.add(place.get());
      }
      return Optional.of(of(places));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> place(Class<?> type) {
    @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | RuntimeException e) {
      // The code is in no file, for example in the image of a runtime.
      return Optional.empty();
    }
  }

  /** Returns the digest of the files at {@code places}, and of their names. */
  static String of(Iterable<Path> places) throws IOException {
    MessageDigest sha256 = ContentHash.sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
      for (Path place : places) {
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String name = place.relativize(file) + " " + Files.size(file) + "\n";
            out.write(name.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = Files.newInputStream(file)) {
              content.transferTo(out);
            }
          }
        }
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
