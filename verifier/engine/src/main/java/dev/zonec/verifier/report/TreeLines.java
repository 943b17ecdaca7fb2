package dev.zonec.verifier.report;

/**
 * The lines of a tree.
 *
 * @param boxes whether they are drawn with box characters; otherwise with those of ASCII
 */
record TreeLines(boolean boxes) {
  /** Returns the mark before a branch. */
  String branch(boolean last) {
    return last ? (boxes ? "└─ " : "`- ") : (boxes ? "├─ " : "|- ");
  }

  /** Returns the mark before what is below a branch: a line, if another one follows. */
  String below(boolean last) {
    return last ? "   " : boxes ? "│  " : "|  ";
  }

  /** Returns the arrow to the end of a connection. */
  String arrow() {
    return boxes ? " → " : " -> ";
  }
}
