package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Finds invalid characters and escapes, and strings without an end. */
final class CharacterProblems {
  private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

  private static final Pattern OPEN_RANGE = Pattern.compile("\\b(tcp|udp|sctp)/[0-9]+-$");

  private static final Pattern PORTS_BEFORE = Pattern.compile(":\\s*\\S+\\s*$");

  private static final String QUOTES = "write strings in double quotes, as in `\"web\"`";

  private static final String REMOVE =
      "remove it: words consist of ASCII letters, digits, `_`, `-`, `.` and `/`";

  private static final String NO_PATTERNS =
      "there are no patterns; list the values: `app in (web, api)`";

  private static final String NO_WILDCARDS =
      "there are no wildcards; list the values: `app in (web, api)`";

  /** Helps for characters that are not signs of the language. */
  private static final Map<Integer, String> HELP =
      Map.ofEntries(
          Map.entry((int) ';', "remove it: statements need no separator"),
          Map.entry((int) '\'', QUOTES),
          Map.entry((int) '`', QUOTES),
          Map.entry(0x201C, QUOTES),
          Map.entry(0x201D, QUOTES),
          Map.entry(0x201E, QUOTES),
          Map.entry(0x2018, QUOTES),
          Map.entry(0x2019, QUOTES),
          Map.entry((int) '$', "write the value of a parameter as `${NAME}`"),
          Map.entry(0x2192, "write the arrow as `->`"),
          Map.entry(0x21D2, "write the arrow as `->`"),
          Map.entry(0x2194, "write the arrow as `<->`"),
          Map.entry(0x2013, "write a plain `-`; an arrow is `->`"),
          Map.entry(0x2014, "write a plain `-`; an arrow is `->`"),
          Map.entry(0x2026, "write out the rest"),
          Map.entry((int) '@', "write a name after the `@`: `owner @team`"),
          Map.entry((int) '%', "write the value of a parameter as `${NAME}`"),
          Map.entry(
              (int) '.',
              "a word cannot begin or end with `.`: write an address in full, with its prefix"
                  + " length; host names are not supported"),
          Map.entry((int) '?', NO_WILDCARDS),
          Map.entry((int) '^', NO_PATTERNS),
          Map.entry((int) '\\', "remove it: a statement can span several lines"));

  private CharacterProblems() {}

  static List<Diagnostic> in(SourceText source, List<Token> tokens) {
    Offsets offsets = new Offsets(source.content());
    List<Diagnostic> problems = new ArrayList<>();
    int endOfLast = -1;
    int brokenLine = 0;
    int lastLine = 0;
    for (Token token : tokens) {
      if (token.getLine() == brokenLine) {
        // After an unterminated string, the rest of its line is skipped.
        continue;
      }
      if (token.getType() == ZoneLexer.UNEXPECTED) {
        // One message for all on a line, because binary data would cause thousands.
        if (token.getStartIndex() != endOfLast && token.getLine() != lastLine) {
          lastLine = token.getLine();
          problems.add(unexpected(offsets.span(source, token)));
        }
        endOfLast = token.getStopIndex() + 1;
      } else if (token.getType() == ZoneLexer.OPEN_STRING) {
        problems.add(open(offsets.span(source, token)));
        brokenLine = token.getLine();
      } else if (token.getType() == ZoneLexer.COMMENT
          || token.getType() == ZoneLexer.DOC_COMMENT
          || token.getType() == ZoneLexer.STRING) {
        hidden(offsets.span(source, token)).ifPresent(problems::add);
      }
    }
    loneReturn(source).ifPresent(problems::add);
    return problems;
  }

  /**
   * Finds the first carriage return without a line feed. A comment ends there. An editor that shows
   * the rest on the same line would show a statement as a part of the comment.
   */
  private static Optional<Diagnostic> loneReturn(SourceText source) {
    Matcher found = LONE_RETURN.matcher(source.content());
    return found.find()
        ? Optional.of(
            Diagnostic.error(
                    Code.ZC0003,
                    new Span(source, found.start(), found.end()),
                    "there is a carriage return without a line feed")
                .note("editors disagree on whether a line ends there")
                .help("end lines with LF or CRLF"))
        : Optional.empty();
  }

  private static Diagnostic unexpected(Span span) {
    int c = span.text().codePointAt(0);
    String name =
        isHidden(c) || c > 126 ? String.format("U+%04X", c) : "`" + Character.toString(c) + "`";
    Diagnostic problem =
        Diagnostic.error(Code.ZC0003, span, "the character " + name + " has no meaning here");
    return switch (c) {
      case '-', '>', '<', '~' -> problem.help(aboutArrows(span));
      case '|', '&', '+' -> problem.help(aboutSets(span, c));
      case '%' -> problem.help(inWord(span) ? REMOVE : HELP.getOrDefault(c, REMOVE));
      case '.' -> problem.help(inPattern(span) ? NO_PATTERNS : HELP.getOrDefault(c, REMOVE));
      default ->
          problem.help(
              HELP.getOrDefault(c, Character.isSpaceChar(c) ? "write a plain space" : REMOVE));
    };
  }

  /** Returns the help for a sign that other languages write between the elements of a set. */
  private static String aboutSets(Span span, int c) {
    String line = span.source().line(span.line()).strip();
    String before = span.source().content().substring(lineStart(span), span.start());
    if (line.startsWith("param")) {
      return "for a parameter with several values write `param env : enum(dev, prod)`";
    }
    if (line.startsWith("service") || PORTS_BEFORE.matcher(before).find()) {
      return "for several ports write `tcp/80, udp/80`";
    }
    if (line.startsWith("allow") || line.startsWith("assert") || line.startsWith("waive")) {
      return "for several zones at one end write `{a, b}`";
    }
    if (line.startsWith("when")) {
      return "for several values write `when env in (dev, prod) { … }`; for several conditions"
          + " separate them by commas";
    }
    return c == '&'
        ? "separate conditions that must all hold by commas: `app=a, tier=b`"
        : c == '|'
            ? "for alternatives write `app in (a, b)` or several `pods` lines"
            : "for several zones write `{a, b}`; for several ports write `tcp/80, tcp/443`";
  }

  /** Whether a letter or digit precedes the character. */
  private static boolean inWord(Span span) {
    return span.start() > 0
        && Character.isLetterOrDigit(span.source().content().charAt(span.start() - 1));
  }

  /** Whether the character is in a regular expression, such as {@code /web.*\/}. */
  private static boolean inPattern(Span span) {
    String content = span.source().content();
    return content.startsWith(".*", span.start())
        && span.start() > 0
        && Character.isLetter(content.charAt(span.start() - 1));
  }

  /** Whether the word with the character is a label's value. */
  private static boolean inLabel(Span span) {
    String line = span.source().content().substring(lineStart(span), span.start());
    return line.substring(line.lastIndexOf(' ') + 1).contains("=");
  }

  private static int lineStart(Span span) {
    return span.source().content().lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
  }

  private static String aboutArrows(Span span) {
    SourceText source = span.source();
    String line = source.line(span.line()).strip();
    String rest = source.content().substring(span.start());
    if (line.equals("---")) {
      return "this looks like YAML: pass manifests with `-m PATH`";
    }
    if (rest.startsWith("<!--")) {
      return "begin comments with `#`";
    }
    if (line.startsWith("- ") && rest.startsWith("- ")) {
      return "remove the `-`: lines are not list items";
    }
    char before = span.start() > 0 ? source.content().charAt(span.start() - 1) : ' ';
    char after = rest.length() > 1 ? rest.charAt(1) : ' ';
    if (rest.startsWith("~=")) {
      return NO_PATTERNS;
    }
    if (rest.startsWith("- ") && before == ' ') {
      return "for all of one zone but another write `{a except b}`; an arrow is `->`";
    }
    if (rest.startsWith("<>")) {
      return "write `!=`";
    }
    Matcher open = OPEN_RANGE.matcher(source.content().substring(lineStart(span), span.end()));
    if (open.find()) {
      return "write `" + open.group() + "65535`";
    }
    if ((after == '*' || before == '*') && inLabel(span)) {
      return NO_WILDCARDS;
    }
    if (after == '*' || before == '*') {
      return "there are no wildcards; select by labels instead: `namespaces team=shop`";
    }
    if (before == '=' && rest.startsWith("~")) {
      return NO_PATTERNS;
    }
    if (before == '/' || (Character.isDigit(after) && before != '=')) {
      return "write a port as a number or a range: `tcp/1024-65535` is every port from 1024 up";
    }
    if (rest.startsWith("--") && line.startsWith("--")) {
      return "begin comments with `#`";
    }
    if (rest.startsWith("<-")) {
      return "write the client first: `A -> B`";
    }
    boolean fat = span.start() > 0 && source.content().charAt(span.start() - 1) == '=';
    if (fat || rest.startsWith("-->")) {
      return "write a connection as `A -> B`";
    }
    return "the arrows are `->`, `<->` and `~>`; words do not begin or end with `-`";
  }

  /** Reports an unterminated string. It extends to the end of its line, or to an invalid escape. */
  private static Diagnostic open(Span span) {
    String rest = span.source().content().substring(span.end());
    if (rest.length() > 1 && rest.startsWith("\\") && !isHidden(rest.codePointAt(1))) {
      int end = span.end() + 1 + Character.charCount(rest.codePointAt(1));
      Span escape = new Span(span.source(), span.end(), end);
      return Diagnostic.error(
              Code.ZC0003, escape, "`" + escape.text() + "` has no meaning in a string")
          .help("write `\\\"` for a quote and `\\\\` for a backslash; there are no other escapes");
    }
    return Diagnostic.error(Code.ZC0005, span, "the string does not end on its line")
        .help("close it with `\"`");
  }

  /**
   * Reports invisible characters and characters that change the direction of text, which could hide
   * what a source says.
   */
  private static Optional<Diagnostic> hidden(Span span) {
    String text = span.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isHidden(c)) {
        int at = span.start() + i;
        Span one = new Span(span.source(), at, at + Character.charCount(c));
        return Optional.of(
            Diagnostic.error(
                    Code.ZC0003, one, String.format("the character U+%04X is not visible", c))
                .note("such characters can make a source look different from its content"));
      }
    }
    return Optional.empty();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return c != '\t'
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }
}
