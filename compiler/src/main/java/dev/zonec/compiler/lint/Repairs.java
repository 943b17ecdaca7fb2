package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;
import java.util.List;

/** Finds automatic fixes for errors. */
final class Repairs {
  private Repairs() {}

  /** Returns the error as a finding, with a fix if there is one. */
  static Finding of(Diagnostic problem) {
    if (problem.code() == Code.ZC0308 && problem.place() instanceof Place.At(Span span)) {
      return Cidr.parse(span.text())
          .map(block -> new Finding(problem, List.of(new Edit(span, block.toString()))))
          .orElse(Finding.of(problem));
    }
    return Finding.of(problem);
  }
}
