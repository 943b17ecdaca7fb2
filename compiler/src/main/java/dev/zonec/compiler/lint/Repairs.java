package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;
import java.util.List;

/** Errors that can be fixed automatically. */
final class Repairs {
  private Repairs() {}

  /** The error as a finding, with a fix where there is one. */
  static Finding of(Diagnostic problem) {
    if (problem.code() == Code.ZC0308 && problem.place() instanceof Place.At(Span span)) {
      return Cidr.parse(span.text())
          .map(block -> new Finding(problem, List.of(new Edit(span, block.toString()))))
          .orElse(Finding.of(problem));
    }
    return Finding.of(problem);
  }
}
