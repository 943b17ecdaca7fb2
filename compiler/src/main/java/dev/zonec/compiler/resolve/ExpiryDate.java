package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarDates;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parses the last day of a flow or a waiver. */
final class ExpiryDate {
  private ExpiryDate() {}

  /** Returns the date, or reports that {@code word} is not one. */
  static Optional<LocalDate> of(Word word, Problems problems) {
    try {
      return Optional.of(LocalDate.parse(word.text()));
    } catch (DateTimeParseException e) {
      problems.add(
          Diagnostic.error(Code.ZC2003, word.span(), "`" + word + "` is not a date")
              .help(
                  FamiliarDates.day(word.text())
                      .map(day -> "write the date as year-month-day: `" + day + "`")
                      .orElse("write a date as year-month-day, such as `2027-06-30`")));
      return Optional.empty();
    }
  }
}
