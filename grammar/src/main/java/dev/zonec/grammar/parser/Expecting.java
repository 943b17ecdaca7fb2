package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.Expected.Slot;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can follow the beginning of a statement, by running the automaton of the grammar on
 * its tokens. No rule of the grammar is recursive, so there are few states.
 */
final class Expecting {
  private static final ATN GRAMMAR = ZoneParser._ATN;
  private static final Set<Integer> RULES_OF_WORDS =
      Set.of(
          ZoneParser.RULE_name,
          ZoneParser.RULE_word,
          ZoneParser.RULE_value,
          ZoneParser.RULE_labelValue,
          ZoneParser.RULE_place,
          ZoneParser.RULE_address);

  private static final Set<String> STATEMENTS =
      IntStream.range(0, ZoneLexer.VOCABULARY.getMaxTokenType())
          .filter(Keywords::beginStatement)
          .mapToObj(ZoneLexer.VOCABULARY::getLiteralName)
          .map(literal -> literal.substring(1, literal.length() - 1))
          .collect(Collectors.toSet());

  private final List<Token> tokens;
  private final SortedSet<String> keywords = new TreeSet<>();
  private final Set<Slot> slots = EnumSet.noneOf(Slot.class);

  private Expecting(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** A state of the automaton, and the states in which the rules around it continue. */
  private record Config(ATNState state, @Nullable Frame around) {}

  private record Frame(ATNState follow, @Nullable Frame around) {}

  /** Returns what can be written at {@code offset}; empty in a comment or a text in quotes. */
  static Optional<Expected> at(SourceText source, int offset) {
    int from = statementLine(source, offset);
    String before = source.content().substring(from, offset);
    int start = wordStart(before);
    List<Token> all = tokens(before);
    boolean inString = false;
    if (!all.isEmpty()) {
      Token last = all.getLast();
      if (isComment(last) && !endsLine(before)) {
        return Optional.empty();
      }
      inString = last.getType() == ZoneLexer.OPEN_STRING;
      start = inString ? before.offsetByCodePoints(0, last.getStartIndex()) : start;
    }
    List<Token> complete = tokens(before.substring(0, start));
    complete.removeIf(token -> token.getChannel() != Token.DEFAULT_CHANNEL);
    Expecting expecting = new Expecting(ofStatement(complete));
    expecting.run(inString);
    return Optional.of(
        new Expected(
            new Span(source, from + start, offset),
            expecting.keywords,
            expecting.slots,
            expecting.key()));
  }

  /**
   * Returns the start of the last line up to {@code offset} that begins with a word which begins a
   * statement. No token has several lines, so reading can begin there.
   */
  private static int statementLine(SourceText source, int offset) {
    for (int line = source.lineOf(offset); line > 0; line--) {
      int start = source.startOfLine(line);
      int end = start;
      while (end < offset && Character.isWhitespace(source.content().charAt(end))) {
        end++;
      }
      int word = end;
      while (end < offset && Character.isLetter(source.content().charAt(end))) {
        end++;
      }
      if (end < offset && STATEMENTS.contains(source.content().substring(word, end))) {
        return start;
      }
    }
    return 0;
  }

  private static boolean isComment(Token token) {
    return token.getType() == ZoneLexer.COMMENT || token.getType() == ZoneLexer.DOC_COMMENT;
  }

  private static boolean endsLine(String text) {
    return text.endsWith("\n") || text.endsWith("\r");
  }

  /** Returns where the word at the end of {@code text} begins, which may be incomplete. */
  private static int wordStart(String text) {
    int start = text.length();
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_./-@$".indexOf(c) >= 0;
  }

  private static List<Token> tokens(String text) {
    ZoneLexer lexer = new ZoneLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getType() != ZoneLexer.SPACE) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /** Returns the tokens from the beginning of the last statement on. */
  private static List<Token> ofStatement(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      boolean first =
          i == 0
              || tokens.get(i - 1).getLine() < token.getLine()
              || tokens.get(i - 1).getType() == ZoneLexer.RBRACE
              || tokens.get(i - 1).getType() == ZoneLexer.LBRACE;
      if (first && Keywords.beginStatement(token.getType())) {
        return tokens.subList(i, tokens.size());
      }
    }
    return tokens;
  }

  private void run(boolean inString) {
    Set<Config> configs = closed(Set.of(start()));
    for (Token token : tokens) {
      Set<Config> next = new HashSet<>();
      for (Config config : configs) {
        for (Transition transition : config.state().getTransitions()) {
          if (matches(transition, token.getType())) {
            next.add(new Config(transition.target, config.around()));
          }
        }
      }
      configs = closed(next);
    }
    for (Config config : configs) {
      for (Transition transition : config.state().getTransitions()) {
        IntervalSet label = transition.label();
        if (!transition.isEpsilon() && label != null) {
          expect(config, label, inString);
        }
      }
    }
  }

  private static Config start() {
    return new Config(GRAMMAR.ruleToStartState[ZoneParser.RULE_program], null);
  }

  private static boolean matches(Transition transition, int type) {
    return !transition.isEpsilon() && transition.matches(type, 1, GRAMMAR.maxTokenType);
  }

  /** Returns the states that are reached without a token. */
  private static Set<Config> closed(Set<Config> configs) {
    Set<Config> all = new HashSet<>(configs);
    Deque<Config> open = new ArrayDeque<>(configs);
    while (!open.isEmpty()) {
      Config config = open.removeFirst();
      List<Config> next = new ArrayList<>();
      if (config.state() instanceof RuleStopState) {
        Frame frame = config.around();
        if (frame != null) {
          next.add(new Config(frame.follow(), frame.around()));
        }
      } else {
        for (Transition transition : config.state().getTransitions()) {
          if (transition instanceof RuleTransition rule) {
            next.add(new Config(rule.target, new Frame(rule.followState, config.around())));
          } else if (transition.isEpsilon()) {
            next.add(new Config(transition.target, config.around()));
          }
        }
      }
      for (Config each : next) {
        if (all.add(each)) {
          open.add(each);
        }
      }
    }
    return all;
  }

  private void expect(Config config, IntervalSet label, boolean inString) {
    List<Integer> rules = rules(config);
    if (inString) {
      if (label.contains(ZoneLexer.STRING) && rules.contains(ZoneParser.RULE_importStatement)) {
        slots.add(Slot.PATH);
      }
    } else if (RULES_OF_WORDS.contains(rules.getFirst())) {
      slots.add(slot(rules));
    } else {
      for (int type : label.toList()) {
        if (Keywords.isKeyword(type)) {
          String literal = ZoneLexer.VOCABULARY.getLiteralName(type);
          keywords.add(literal.substring(1, literal.length() - 1));
        }
      }
    }
  }

  /** Returns the rules around a state, the innermost first. */
  private static List<Integer> rules(Config config) {
    List<Integer> rules = new ArrayList<>();
    rules.add(config.state().ruleIndex);
    for (Frame frame = config.around(); frame != null; frame = frame.around()) {
      rules.add(frame.follow().ruleIndex);
    }
    return rules;
  }

  private Slot slot(List<Integer> rules) {
    if (rules.contains(ZoneParser.RULE_requirement)) {
      boolean value = rules.contains(ZoneParser.RULE_labelValue);
      if (ofNamespaces()) {
        return value ? Slot.NAMESPACE_LABEL_VALUE : Slot.NAMESPACE_LABEL_KEY;
      }
      return value ? Slot.POD_LABEL_VALUE : Slot.POD_LABEL_KEY;
    }
    for (int rule : rules) {
      switch (rule) {
        case ZoneParser.RULE_parties, ZoneParser.RULE_party -> {
          return Slot.PARTY;
        }
        case ZoneParser.RULE_serviceTerm -> {
          return Slot.SERVICE;
        }
        case ZoneParser.RULE_place -> {
          return Slot.NAMESPACE;
        }
        case ZoneParser.RULE_disjoint -> {
          return Slot.ZONE;
        }
        case ZoneParser.RULE_condition -> {
          return isAfter(ZoneLexer.WHEN) || lastIsBetweenConditions()
              ? Slot.PARAM
              : Slot.PARAM_VALUE;
        }
        case ZoneParser.RULE_paramType -> {
          return isAfter(ZoneLexer.COLON) ? Slot.TYPE : Slot.OTHER;
        }
        case ZoneParser.RULE_waiveStatement -> {
          return Slot.ASSERTION;
        }
        case ZoneParser.RULE_trustStatement -> {
          return Slot.POD_LABEL_KEY;
        }
        case ZoneParser.RULE_zoneStatement -> {
          return isAfter(ZoneLexer.IN)
              ? Slot.ZONE
              : isAfter(ZoneLexer.TIER) ? Slot.TIER : Slot.NEW_NAME;
        }
        case ZoneParser.RULE_moduleStatement,
            ZoneParser.RULE_importStatement,
            ZoneParser.RULE_paramStatement,
            ZoneParser.RULE_externalStatement,
            ZoneParser.RULE_serviceStatement,
            ZoneParser.RULE_assertStatement,
            ZoneParser.RULE_foreachStatement -> {
          return Slot.NEW_NAME;
        }
        default -> {}
      }
    }
    return Slot.OTHER;
  }

  private boolean isAfter(int type) {
    return !tokens.isEmpty() && tokens.getLast().getType() == type;
  }

  /** Whether the last token is a comma that is not in parentheses. */
  private boolean lastIsBetweenConditions() {
    return isAfter(ZoneLexer.COMMA) && !isInParentheses();
  }

  private boolean isInParentheses() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      int type = tokens.get(i).getType();
      if (type == ZoneLexer.LPAREN || type == ZoneLexer.RPAREN) {
        return type == ZoneLexer.LPAREN;
      }
    }
    return false;
  }

  /** Whether the selector at the end selects namespaces. */
  private boolean ofNamespaces() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      switch (tokens.get(i).getType()) {
        case ZoneLexer.PODS -> {
          return false;
        }
        case ZoneLexer.NAMESPACES, ZoneLexer.WITH -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Returns the word before the sign or list that a value belongs to. */
  private Optional<String> key() {
    int last = tokens.size() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    if (isAfter(ZoneLexer.EQUAL) || isAfter(ZoneLexer.NOT_EQUAL)) {
      return Optional.of(tokens.get(last - 1).getText());
    }
    if (!isAfter(ZoneLexer.LPAREN) && !isAfter(ZoneLexer.COMMA)) {
      return Optional.empty();
    }
    for (int i = last; i >= 2; i--) {
      int type = tokens.get(i).getType();
      if (type == ZoneLexer.RPAREN) {
        return Optional.empty();
      }
      if (type == ZoneLexer.LPAREN) {
        return Optional.of(tokens.get(i - 2).getText());
      }
    }
    return Optional.empty();
  }
}
