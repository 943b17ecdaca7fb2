package dev.zonec.cli.shell;

import java.util.Locale;

/** A shell with completion. */
public enum Shell {
  /** GNU bash, version 4 or newer. */
  BASH,
  /** The Z shell, with its support for bash completion. */
  ZSH,
  /** The friendly interactive shell. */
  FISH;

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
