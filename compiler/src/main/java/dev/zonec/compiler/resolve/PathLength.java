package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Parses the number of hops of a path. */
final class PathLength {
  private static final int LONGEST = 1000;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  private PathLength() {}

  /** Returns the number; empty if {@code hops} is not a valid length, which is reported. */
  static OptionalInt of(Word hops, Problems problems) {
    if (NUMBER.matcher(hops.text()).matches() && Integer.parseInt(hops.text()) <= LONGEST) {
      return OptionalInt.of(Integer.parseInt(hops.text()));
    }
    problems.add(
        Diagnostic.error(Code.ZC0213, hops.span(), "`" + hops + "` is not the length of a path")
            .help("write a whole number of hops from 1 to " + LONGEST));
    return OptionalInt.empty();
  }
}
