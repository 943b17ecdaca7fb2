package dev.zonec.diagnostics.inputs;

import java.nio.file.Path;

/** Paths with parts whose names begin with a dot, which are not read as parts of a folder. */
public final class HiddenPaths {
  private HiddenPaths() {}

  /** Returns whether a part of {@code relative} is hidden. */
  public static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the file {@code relative} is in a hidden folder. Its own name may be hidden.
   */
  public static boolean isInHiddenFolder(Path relative) {
    Path folder = relative.getParent();
    return folder != null && isHidden(folder);
  }
}
