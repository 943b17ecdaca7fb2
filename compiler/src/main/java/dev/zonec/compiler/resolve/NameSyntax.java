package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.util.regex.Pattern;

/** The syntax of names that a program declares. */
public final class NameSyntax {
  private static final int LONGEST = 63;
  private static final String HELP =
      "start with a letter, and continue with letters, digits, `_` and `-`";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern MODULE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*");

  private NameSyntax() {}

  /** Reports an invalid name. */
  public static void check(Word name, Problems problems) {
    check(name, NAME, HELP, problems);
  }

  /** Reports an invalid name of a zone or external. */
  static void checkParty(Word name, Problems problems) {
    String[] parts = name.text().split("[./]", -1);
    check(
        name,
        NAME,
        parts.length == 2 && isName(parts[0]) && isName(parts[1])
            ? "use letters, digits, `_` and `-`; to nest a zone in `"
                + parts[0]
                + "`, write `zone "
                + parts[1]
                + " in "
                + parts[0]
                + " { … }`"
            : HELP,
        problems);
  }

  /** Whether {@code text} is a valid name. */
  static boolean isName(String text) {
    return text.length() <= LONGEST && NAME.matcher(text).matches();
  }

  static void checkModule(Word name, Problems problems) {
    check(name, MODULE, "write names separated by `.`, such as `shop.boutique`", problems);
  }

  private static void check(Word name, Pattern shape, String help, Problems problems) {
    if (name.text().length() > LONGEST) {
      problems.add(
          Diagnostic.error(Code.ZC0202, name.span(), "the name `" + name + "` is too long")
              .labelled(name.text().length() + " characters")
              .help("use at most " + LONGEST + " characters"));
    } else if (!shape.matcher(name.text()).matches()) {
      problems.add(
          Diagnostic.error(Code.ZC0202, name.span(), "`" + name + "` is not a valid name")
              .help(help));
    }
  }
}
