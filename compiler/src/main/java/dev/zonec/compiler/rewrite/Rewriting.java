package dev.zonec.compiler.rewrite;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A new text for a source.
 *
 * @param source the source as it was read
 * @param text the new text
 */
public record Rewriting(Source source, String text) {
  private static final int CONTEXT = 3;

  /** Whether the text changes. */
  public boolean changes() {
    return !text.equals(source.text().content());
  }

  /** Returns the changes as a unified diff; empty without changes. */
  public String difference() {
    List<String> before = lines(source.text().content());
    Patch<String> patch = DiffUtils.diff(before, lines(text));
    String name = source.text().name();
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(name, name, before, patch, CONTEXT);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }

  /**
   * Replaces the file atomically: writes the new text to a temporary file beside it, with the same
   * permissions, and renames that. A symbolic link is kept.
   *
   * @return the problem, if the file could not be replaced; the file is then unchanged
   */
  public Optional<Diagnostic> write() {
    String name = source.text().name();
    try {
      Path file = Path.of(name).toRealPath();
      Path fresh = Files.createTempFile(file.resolveSibling("."), ".zonec-", ".zone");
      try {
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        copyPermissions(file, fresh);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.errorIn(Code.ZC0410, name, "cannot write `" + name + "`")
              .note("the file is unchanged")
              .help("check the permissions of the file and its folder"));
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }
}
