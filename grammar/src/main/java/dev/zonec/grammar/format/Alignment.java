package dev.zonec.grammar.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows as text. Consecutive rows of one kind without an empty line between them are aligned.
 */
final class Alignment {
  private Alignment() {}

  static String text(List<Row> rows, String lineEnd) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); ) {
      AlignedRun run = new AlignedRun();
      run.add(rows.get(i));
      int end = i + 1;
      if (rows.get(i).role() instanceof Row.Role.Aligned) {
        while (end < rows.size() && !rows.get(end).blankLine() && run.add(rows.get(end))) {
          end++;
        }
      }
      List<String> lines = new ArrayList<>(run.lines());
      for (int j = i; j < end; j++) {
        text.append(rows.get(j).blankLine() ? lineEnd : "").append(lines.get(j - i));
        text.append(lineEnd);
      }
      i = end;
    }
    return text.toString();
  }
}
