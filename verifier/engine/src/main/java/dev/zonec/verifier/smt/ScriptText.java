package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.enumerations.Z3_decl_kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes Z3 terms as a script in SMT-LIB 2, in the logic QF_BV.
 *
 * <p>Terms share parts, so a script in which every term is written out would be exponentially long.
 * A part that occurs more than once, or that is nested deeply, is defined under a name. Invariant:
 * a definition stands before its first use. A {@linkplain Definitions literal} is written as the
 * term that it stands for, so the order in which literals were created does not matter.
 */
final class ScriptText {
  /** The depth from which on a part gets a name, because solvers read terms recursively. */
  private static final int MOST_DEPTH = 30;

  private final Definitions definitions;
  private final Map<Expr<?>, Integer> uses = new HashMap<>();
  private final Map<Expr<?>, Written> written = new HashMap<>();
  private final List<String> declared = new ArrayList<>();
  private final List<String> defined = new ArrayList<>();

  ScriptText(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * A question of the script.
   *
   * @param says what must be impossible
   * @param parts the assertions
   */
  record Block(String says, List<BoolExpr> parts) {}

  /**
   * The text of a term.
   *
   * @param depth the number of nested parentheses
   */
  private record Written(String text, int depth) {}

  /**
   * Returns the script.
   *
   * @param conditions the assertions of all questions
   */
  String of(List<BoolExpr> conditions, List<Block> blocks) {
    List<Expr<?>> roots = new ArrayList<>(conjuncts(conditions));
    List<List<Expr<?>>> parts = new ArrayList<>();
    for (Block block : blocks) {
      parts.add(conjuncts(block.parts()));
      roots.addAll(parts.getLast());
    }
    count(roots);
    roots.forEach(this::write);
    StringBuilder script =
        new StringBuilder("(set-info :smt-lib-version 2.6)\n(set-logic QF_BV)\n");
    declared.forEach(line -> script.append(line).append('\n'));
    defined.forEach(line -> script.append(line).append('\n'));
    conjuncts(conditions).forEach(term -> script.append(assertion(term)));
    for (int i = 0; i < blocks.size(); i++) {
      script.append("(push 1)\n; ").append(blocks.get(i).says()).append('\n');
      script.append("(set-info :status unsat)\n");
      parts.get(i).forEach(term -> script.append(assertion(term)));
      script.append("(check-sat)\n(pop 1)\n");
    }
    return script.append("(exit)\n").toString();
  }

  private String assertion(Expr<?> term) {
    return "(assert " + text(term).text() + ")\n";
  }

  /** Returns the conjuncts of {@code terms}, without those that are true. */
  private List<Expr<?>> conjuncts(List<BoolExpr> terms) {
    List<Expr<?>> out = new ArrayList<>();
    Deque<Expr<?>> open = new ArrayDeque<>(terms);
    while (!open.isEmpty()) {
      Expr<?> next = meaning(open.pop());
      if (next.isAnd()) {
        Expr<?>[] args = next.getArgs();
        for (int i = args.length - 1; i >= 0; i--) {
          open.push(args[i]);
        }
      } else if (!next.isTrue()) {
        out.add(next);
      }
    }
    return out;
  }

  /** Returns the term that a literal stands for, and any other term itself. */
  private Expr<?> meaning(Expr<?> term) {
    Expr<?> at = term;
    Optional<BoolExpr> next = literal(at);
    while (next.isPresent()) {
      at = next.get();
      next = literal(at);
    }
    return at;
  }

  private Optional<BoolExpr> literal(Expr<?> term) {
    return term instanceof BoolExpr literal ? definitions.meaning(literal) : Optional.empty();
  }

  private List<Expr<?>> arguments(Expr<?> term) {
    return term instanceof BitVecNum
        ? List.of()
        : Stream.of(term.getArgs()).<Expr<?>>map(this::meaning).toList();
  }

  /** Counts how often each part of {@code roots} occurs. */
  private void count(List<Expr<?>> roots) {
    Deque<Expr<?>> open = new ArrayDeque<>(roots);
    Set<Expr<?>> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Expr<?> next = open.pop();
      uses.merge(next, 1, Integer::sum);
      if (seen.add(next)) {
        arguments(next).forEach(open::push);
      }
    }
  }

  /** Writes {@code root} and its parts, the parts first. The terms can be nested deeply. */
  private void write(Expr<?> root) {
    Deque<Expr<?>> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expr<?> next = open.element();
      if (written.containsKey(next)) {
        open.pop();
        continue;
      }
      List<Expr<?>> missing =
          arguments(next).stream().filter(part -> !written.containsKey(part)).toList();
      if (missing.isEmpty()) {
        open.pop();
        written.put(next, named(next, body(next)));
      } else {
        missing.reversed().forEach(open::push);
      }
    }
  }

  /** Returns the name of the term, if it gets one, after its definition is written. */
  private Written named(Expr<?> term, Written body) {
    boolean often = uses.getOrDefault(term, 0) > 1 && body.depth() > 0;
    if (!often && body.depth() < MOST_DEPTH) {
      return body;
    }
    String name = "t" + defined.size();
    defined.add("(define-fun " + name + " () " + sort(term) + " " + body.text() + ")");
    return new Written(name, 0);
  }

  private Written body(Expr<?> term) {
    if (term instanceof BitVecNum number) {
      return new Written("(_ bv" + number.getBigInteger() + " " + number.getSortSize() + ")", 0);
    }
    if (term.isTrue() || term.isFalse()) {
      return new Written(term.isTrue() ? "true" : "false", 0);
    }
    List<Written> parts = arguments(term).stream().map(this::text).toList();
    if (parts.isEmpty()) {
      String name = symbol(term.getFuncDecl().getName().toString());
      declared.add("(declare-const " + name + " " + sort(term) + ")");
      return new Written(name, 0);
    }
    return new Written(
        parts.stream()
            .map(Written::text)
            .collect(Collectors.joining(" ", "(" + operator(term.getFuncDecl()) + " ", ")")),
        1 + parts.stream().mapToInt(Written::depth).max().orElse(0));
  }

  private Written text(Expr<?> term) {
    Written known = written.get(term);
    if (known == null) {
      throw new IllegalStateException("a term that is not written: " + term);
    }
    return known;
  }

  private static String sort(Expr<?> term) {
    return term.getSort() instanceof BitVecSort bits ? "(_ BitVec " + bits.getSize() + ")" : "Bool";
  }

  /** Names can contain characters of label keys, such as a slash. */
  private static String symbol(String name) {
    return "|" + name + "|";
  }

  private static String operator(FuncDecl<?> operator) {
    Z3_decl_kind kind = operator.getDeclKind();
    return switch (kind) {
      case Z3_OP_AND -> "and";
      case Z3_OP_OR -> "or";
      case Z3_OP_NOT -> "not";
      case Z3_OP_IMPLIES -> "=>";
      case Z3_OP_EQ, Z3_OP_IFF -> "=";
      case Z3_OP_ITE -> "ite";
      case Z3_OP_ULT -> "bvult";
      case Z3_OP_ULEQ -> "bvule";
      case Z3_OP_UGEQ -> "bvuge";
      case Z3_OP_EXTRACT ->
          "(_ extract "
              + operator.getParameters()[0].getInt()
              + " "
              + operator.getParameters()[1].getInt()
              + ")";
      // The encoding builds terms with these operators only.
      default -> throw new IllegalStateException("an operator without a text: " + kind);
    };
  }
}
