package dev.zonec.application.input;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** Reports parameters without a value where only one variant of a program can be used. */
public final class OpenParameters {
  private OpenParameters() {}

  /** Returns an error that lists the possible values of {@code variants}. */
  public static Diagnostic problem(List<LoadedVariant> variants) {
    String some =
        variants.stream()
            .limit(4)
            .map(variant -> "`" + variant.label() + "`")
            .collect(Collectors.joining(", "));
    return Diagnostic.error(Code.ZC0112, "the program depends on parameters that have no value")
        .note("possible values: " + some + (variants.size() > 4 ? ", …" : ""))
        .help("set them with `-p NAME=VALUE`, or with `params` in `zonec.yaml`");
  }
}
