package dev.zonec.cli.shell;

import java.util.Locale;

/** A shell that commands can be completed in. */
public enum Shell {
  /** GNU bash, from 4 on. */
  BASH,
  /** The Z shell, with its own support for bash's completions. */
  ZSH,
  /** The friendly interactive shell. */
  FISH;

  /** As commands write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
