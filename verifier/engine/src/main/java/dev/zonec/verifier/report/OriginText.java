package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Place;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the origins of policies. */
final class OriginText {
  /** The maximum number of statements that are named for one rule. */
  private static final int MOST = 3;

  private OriginText() {}

  /** Whether the policy is in no file, so that only a place in the program can be shown. */
  static boolean isPlanned(PolicyOrigin origin) {
    return origin instanceof PolicyOrigin.Compiled(boolean onDisk, var statements) && !onDisk;
  }

  /**
   * Returns the place and text of the statement for a policy that is in no file, such as {@code
   * shop.zone:12:1 `allow web -> cart : tcp/7070`}.
   */
  static String planned(PolicyOrigin origin) {
    return planned(((PolicyOrigin.Compiled) origin).first());
  }

  private static String planned(Statement statement) {
    return statement.span() + "   `" + RuleText.shortened(statement.written()) + "`";
  }

  /** Returns the place in the program for a policy that is in no file; empty for other policies. */
  static Optional<Place> placeOf(PolicyOrigin origin) {
    return origin instanceof PolicyOrigin.Compiled compiled && !compiled.onDisk()
        ? Optional.of(Place.at(compiled.first().span()))
        : Optional.empty();
  }

  /**
   * Returns the lines that are printed below the place of a policy or rule; none for a hand-written
   * one.
   */
  static List<String> details(PolicyOrigin origin) {
    return switch (origin) {
      case PolicyOrigin.HandWritten written -> List.of();
      case PolicyOrigin.Compiled compiled -> statements(compiled);
      case PolicyOrigin.Modified(Statement zone) ->
          List.of("not what " + zone + " compiles to: edited, or out of date");
      case PolicyOrigin.OtherProgram(Author.Zonec author, boolean programGiven) ->
          List.of(
              "generated " + of(author) + (programGiven ? "; the program has no such policy" : ""));
    };
  }

  private static List<String> statements(PolicyOrigin.Compiled compiled) {
    List<String> lines = new ArrayList<>();
    List<Statement> all = compiled.statements();
    for (int i = compiled.onDisk() ? 0 : 1; i < Math.min(all.size(), MOST); i++) {
      Statement each = all.get(i);
      lines.add(
          (i == 0 ? "from " : "and ")
              + each.kind().word()
              + " `"
              + RuleText.shortened(each.text())
              + "` at "
              + each.span().fileAndLine());
    }
    if (all.size() > MOST) {
      lines.add("and " + (all.size() - MOST) + " more");
    }
    return lines;
  }

  private static String of(Author.Zonec author) {
    String what =
        author.zone().isEmpty() ? "as a default deny" : "from zone `" + author.zone() + "`";
    return author.sources().isEmpty() ? what : what + " of " + RuleText.shortened(author.sources());
  }

  /**
   * Returns the statement that a policy or rule comes from as data for JSON; empty if it is
   * unknown.
   */
  static Map<String, Object> data(PolicyOrigin origin) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (origin instanceof PolicyOrigin.Compiled compiled) {
      Statement first = compiled.first();
      out.put(first.kind().word(), first.text());
      out.put("file", first.span().source().name());
      out.put("line", first.span().line());
    }
    return out;
  }
}
