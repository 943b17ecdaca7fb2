package dev.zonec.compiler.variant;

import dev.zonec.compiler.param.ParamValue;
import dev.zonec.compiler.param.ProgramParams;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Adds the values of parameters to problems. */
public final class ValueNotes {
  private ValueNotes() {}

  /** Returns {@code problem} with a note for each parameter in its span. */
  public static Diagnostic on(
      Diagnostic problem, ProgramParams params, SortedMap<String, String> choices) {
    if (!(problem.place() instanceof Place.At(var span))) {
      return problem;
    }
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = WordSubstitution.HOLE.matcher(span.text());
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    Diagnostic noted = problem;
    for (String name : names) {
      String choice = choices.get(name);
      Optional<String> text =
          choice == null ? params.value(name).map(ValueNotes::text) : Optional.of(choice);
      if (text.isPresent()) {
        noted = noted.note("`" + name + "` is `" + text.get() + "`");
      }
    }
    return noted;
  }

  private static String text(ParamValue value) {
    return switch (value) {
      case ParamValue.Text(String text) -> text;
      case ParamValue.Blocks(var blocks) ->
          "[" + String.join(", ", blocks.stream().map(block -> block.text()).toList()) + "]";
    };
  }
}
