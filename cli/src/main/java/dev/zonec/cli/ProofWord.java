package dev.zonec.cli;

import dev.zonec.diagnostics.Conclusion;

/** The word for what a proof of a draft comes to. */
final class ProofWord {
  private ProofWord() {}

  /** Returns the word. */
  static String of(Conclusion conclusion) {
    return switch (conclusion) {
      case HOLDS -> "proved";
      case VIOLATED -> "failed";
      case INCONCLUSIVE -> "inconclusive";
    };
  }
}
