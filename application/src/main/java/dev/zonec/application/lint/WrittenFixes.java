package dev.zonec.application.lint;

import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * The fixed sources that were written.
 *
 * @param names their names
 * @param failed the problem of the next source; empty if every source was written
 */
public record WrittenFixes(List<String> names, List<Diagnostic> failed) {
  /** Copies the lists. */
  public WrittenFixes {
    names = List.copyOf(names);
    failed = List.copyOf(failed);
  }

  static WrittenFixes of(List<Rewriting> fixes) {
    List<String> names = new ArrayList<>();
    for (Rewriting fix : fixes) {
      List<Diagnostic> failed = fix.write().stream().toList();
      if (!failed.isEmpty()) {
        return new WrittenFixes(names, failed);
      }
      names.add(fix.source().text().name());
    }
    return new WrittenFixes(names, List.of());
  }
}
