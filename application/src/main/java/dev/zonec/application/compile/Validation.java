package dev.zonec.application.compile;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The verdict on compiled policies: whether they allow exactly the connections of the program. */
public sealed interface Validation {
  /** They are proved. */
  record Proved() implements Validation {}

  /** A claim is undecided, for example because the time ran out. */
  record Inconclusive(List<Diagnostic> findings) implements Validation {}

  /** The program contradicts itself or the manifests: there is nothing to write. */
  record Violated(List<Diagnostic> findings) implements Validation {}

  /** The compiler made policies that differ from the program: a bug. */
  record Miscompiled(List<Diagnostic> findings) implements Validation {}
}
