package dev.zonec.tests.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antlr.runtime.tree.Tree;
import org.antlr.v4.parse.ANTLRParser;
import org.antlr.v4.tool.ast.GrammarRootAST;

/**
 * Writes the rules of the grammars in the notation of the XML specification. Tokens with a fixed
 * text are replaced by this text, and labels are left out.
 */
final class GrammarNotation {
  private static final int WIDTH = 100;

  private final Map<String, Tree> rules = new TreeMap<>();
  private final Map<String, String> fixedTokens = new TreeMap<>();

  GrammarNotation(GrammarRootAST lexer, GrammarRootAST parser) {
    read(parser);
    read(lexer)
        .forEach(
            (name, block) -> {
              if (isFixed(block)) {
                fixedTokens.put(name, literal(block.getChild(0).getChild(0)));
              }
            });
  }

  private Map<String, Tree> read(GrammarRootAST grammar) {
    Map<String, Tree> found = new TreeMap<>();
    for (Tree rule : children(child(grammar, ANTLRParser.RULES))) {
      found.put(rule.getChild(0).getText(), child(rule, ANTLRParser.BLOCK));
    }
    rules.putAll(found);
    return found;
  }

  /** Returns every rule without a fixed text. */
  List<String> names() {
    return rules.keySet().stream().filter(name -> !fixedTokens.containsKey(name)).toList();
  }

  /** Returns the texts of the tokens that are alternatives of {@code rule}. */
  List<String> words(String rule) {
    return children(rules.get(rule)).stream()
        .map(alternative -> alternative.getChild(0).getText())
        .filter(fixedTokens::containsKey)
        .map(token -> fixedTokens.get(token).replace("\"", ""))
        .toList();
  }

  /** Returns the rule as lines that fit on a page. */
  String rule(String name) {
    Tree block = rules.get(name);
    List<String> alternatives = children(block).stream().map(this::alternative).toList();
    String start = name + " ::= ";
    String indent = " ".repeat(start.length() - 2);
    String oneLine = start + String.join(" | ", alternatives);
    boolean single = children(block).stream().allMatch(each -> each.getChildCount() == 1);
    if (oneLine.length() <= WIDTH && (single || alternatives.size() == 1)) {
      return oneLine;
    }
    if (!single) {
      return start
          + alternatives.stream()
              .map(each -> fill(each.split(" "), indent + "  ", start.length(), "", ""))
              .collect(Collectors.joining("\n" + indent + "| "));
    }
    return start + fill(alternatives.toArray(String[]::new), indent, start.length(), " |", "| ");
  }

  private static String fill(
      String[] parts, String indent, int first, String between, String begin) {
    StringBuilder lines = new StringBuilder(parts[0]);
    int column = first + parts[0].length();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      if (column + between.length() + 1 + part.length() > WIDTH) {
        lines.append("\n").append(indent).append(begin).append(part);
        column = indent.length() + begin.length() + part.length();
      } else {
        lines.append(between).append(" ").append(part);
        column += between.length() + 1 + part.length();
      }
    }
    return lines.toString();
  }

  private String alternative(Tree alternative) {
    if (alternative.getType() == ANTLRParser.LEXER_ALT_ACTION) {
      return alternative(alternative.getChild(0));
    }
    return children(alternative).stream().map(this::element).collect(Collectors.joining(" "));
  }

  private String element(Tree element) {
    return switch (element.getType()) {
      case ANTLRParser.TOKEN_REF -> fixedTokens.getOrDefault(element.getText(), element.getText());
      case ANTLRParser.RULE_REF -> element.getText();
      case ANTLRParser.STRING_LITERAL -> literal(element);
      case ANTLRParser.LEXER_CHAR_SET -> element.getText();
      case ANTLRParser.WILDCARD -> ".";
      case ANTLRParser.ASSIGN -> element(element.getChild(1));
      case ANTLRParser.OPTIONAL -> repeated(element, "?");
      case ANTLRParser.CLOSURE -> repeated(element, "*");
      case ANTLRParser.POSITIVE_CLOSURE -> repeated(element, "+");
      case ANTLRParser.BLOCK, ANTLRParser.SET -> group(element);
      case ANTLRParser.NOT -> "[^" + group(element.getChild(0)).substring(1);
      default -> throw new IllegalArgumentException(element + " of type " + element.getType());
    };
  }

  private String repeated(Tree element, String sign) {
    Tree block = element.getChild(0);
    List<Tree> alternatives = children(block);
    boolean alone = alternatives.size() == 1 && alternatives.getFirst().getChildCount() == 1;
    return (alone ? alternative(alternatives.getFirst()) : group(block)) + sign;
  }

  private String group(Tree block) {
    List<String> parts = new ArrayList<>();
    for (Tree part : children(block)) {
      parts.add(part.getType() == ANTLRParser.ALT ? alternative(part) : element(part));
    }
    return isSet(block) ? parts.getFirst() : "( " + String.join(" | ", parts) + " )";
  }

  private static boolean isSet(Tree block) {
    return block.getChildCount() == 1 && block.getChild(0).getType() == ANTLRParser.LEXER_CHAR_SET;
  }

  private static boolean isFixed(Tree block) {
    return block.getChildCount() == 1
        && block.getChild(0).getType() == ANTLRParser.ALT
        && block.getChild(0).getChildCount() == 1
        && block.getChild(0).getChild(0).getType() == ANTLRParser.STRING_LITERAL;
  }

  private static String literal(Tree literal) {
    String quoted = literal.getText();
    String text = quoted.substring(1, quoted.length() - 1).replace("\\\\", "\\");
    return text.contains("\"") ? "'" + text + "'" : "\"" + text + "\"";
  }

  private static Tree child(Tree of, int type) {
    return children(of).stream().filter(each -> each.getType() == type).findFirst().orElseThrow();
  }

  private static List<Tree> children(Tree of) {
    List<Tree> children = new ArrayList<>();
    for (int i = 0; i < of.getChildCount(); i++) {
      children.add(of.getChild(i));
    }
    return children;
  }
}
