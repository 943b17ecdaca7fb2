package dev.zonec.compiler.source;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Reads one source. */
final class SourceReading {
  /** The greatest size of a source, in bytes. */
  static final int LIMIT = 16 * 1024 * 1024;

  private SourceReading() {}

  static Optional<Source> read(
      SourceFiles.Found file, SourceTexts texts, List<Diagnostic> problems) {
    ReadPaths.file(file.file());
    Optional<String> edited = texts.edited(file.identity());
    if (edited.isPresent()) {
      return Optional.of(source(file, new SourceText(file.name(), edited.get()), texts));
    }
    if (!Files.isRegularFile(file.file())) {
      problems.add(SourceFiles.unreadable(file.name(), "it is not a file"));
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file.file())) {
      return read(
              in, file.name(), file.path(), new Source.Location.OnDisk(file.identity()), problems)
          .map(source -> source(file, source.text(), texts));
    } catch (IOException e) {
      problems.add(SourceFiles.unreadable(file.name(), "it cannot be read"));
    }
    return Optional.empty();
  }

  private static Source source(SourceFiles.Found file, SourceText text, SourceTexts texts) {
    return new Source(
        texts.known(file.identity(), text),
        file.path(),
        new Source.Location.OnDisk(file.identity()));
  }

  /** Reads the rest of {@code in}. */
  static Optional<Source> read(
      InputStream in,
      String name,
      String path,
      Source.Location location,
      List<Diagnostic> problems) {
    byte[] bytes = {};
    try {
      bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        problems.add(Diagnostic.errorIn(Code.ZC0006, name, "`" + name + "` is larger than 16 MiB"));
        return Optional.empty();
      }
      return Optional.of(new Source(SourceText.decoded(name, bytes), path, location));
    } catch (CharacterCodingException e) {
      problems.add(
          Diagnostic.errorIn(Code.ZC0002, name, "`" + name + "` is not UTF-8 text")
              .help(
                  isUtf16(bytes)
                      ? "it is UTF-16: save the file as UTF-8"
                      : "save the file as UTF-8"));
    } catch (IOException e) {
      problems.add(SourceFiles.unreadable(name, "it cannot be read"));
    }
    return Optional.empty();
  }

  /** Whether the bytes begin with a byte order mark of UTF-16. */
  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }
}
