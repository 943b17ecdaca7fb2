package dev.zonec.application.editing.program;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that an editor has open. All methods can be called by several threads. */
public final class OpenTexts {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final SortedMap<Path, String> open = new TreeMap<>();
  private final PartialSources trees = new PartialSources();

  /**
   * Opens {@code file}, or replaces its text.
   *
   * @param file an absolute path; the file need not exist
   */
  public synchronized void put(Path file, String text) {
    // A mark at the beginning means nothing. As a space, it leaves the columns as the editor
    // counts.
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    open.put(file, marked ? " " + text.substring(1) : text);
  }

  /** Closes {@code file}, whose content then counts again. */
  public synchronized void remove(Path file) {
    open.remove(file);
  }

  /** Returns the text of {@code file}, if it is open. */
  public synchronized Optional<String> text(Path file) {
    return Optional.ofNullable(open.get(file));
  }

  /** Returns the open files. */
  public synchronized Set<Path> files() {
    return Set.copyOf(open.keySet());
  }

  /** Returns the texts as they are now. */
  public synchronized EditedTexts now() {
    return new EditedTexts(open, trees);
  }
}
