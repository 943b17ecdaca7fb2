package dev.zonec.tests.documents;

/** A step of a document that a reader follows. */
sealed interface Shown permits ShownCommand, ShownFile {
  /** The index of a line of the step; steps are followed in this order. */
  int line();
}
