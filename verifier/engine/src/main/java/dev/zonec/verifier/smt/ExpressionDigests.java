package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Sort;
import com.microsoft.z3.Version;
import dev.zonec.diagnostics.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the keys of questions from the expressions that the solver is given, and from nothing
 * else.
 *
 * <p>The digest of an expression is the SHA-256 of its operator and of the digests of its
 * arguments. An operator is written with everything that distinguishes it in Z3: its kind, its
 * name, its parameters (such as the bits of {@code extract}), the sorts of its arguments and its
 * own sort, which contains the width of a bit-vector. A number is written with its value and sort.
 * Every part is preceded by its length, and every list by its number of elements, so that no two
 * different expressions are written alike. Equal digests therefore mean equal expressions, unless
 * SHA-256 has a collision.
 *
 * <p>A {@linkplain Definitions literal} has the digest of the expression that it stands for,
 * because its name only depends on the order in which the literals of a run were created. A
 * question contains the definitions of all its literals, so it is satisfiable if and only if it is
 * satisfiable with the expressions in place of the literals. This form is what the key identifies.
 *
 * <p>A key contains the digests of all assertions in their order, the version of the solver and its
 * options. An object is for one thread and one Z3 context.
 */
final class ExpressionDigests {
  /** The options that can change an answer; limits of time only turn answers into unknown ones. */
  private static final String OPTIONS = "form 1; simple solver; model.compact=false";

  /**
   * The number of expressions after which the digests of expressions are forgotten, to limit the
   * memory.
   */
  private static final int MOST_TERMS = 200_000;

  private final Definitions definitions;
  private final byte[] solver;
  private final MessageDigest sha256 = ContentHash.sha256();
  private final Map<Integer, Known> expressions = new HashMap<>();
  private final Map<Integer, Operator> operators = new HashMap<>();

  /**
   * An expression with its digest. The expression is kept, because Z3 can give the id of an
   * expression that nobody uses to another one.
   */
  private record Known(Expr<?> expression, Digest digest) {}

  /** An operator, which is kept for the same reason, with its digest. */
  private record Operator(FuncDecl<?> operator, Digest digest) {}

  /** The bytes of a digest. */
  private static final class Digest {
    private final byte[] bytes;

    Digest(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  ExpressionDigests(Definitions definitions) {
    this(definitions, Version.getFullVersion() + "; " + OPTIONS);
  }

  /**
   * @param solver the version and the options of the solver
   */
  ExpressionDigests(Definitions definitions, String solver) {
    this.definitions = definitions;
    this.solver = solver.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the key of the question whether all expressions of {@code assertions} can be true. */
  QuestionKey question(List<List<BoolExpr>> assertions) {
    byte[][] lists = new byte[assertions.size() + 1][];
    lists[0] = solver;
    for (int i = 0; i < assertions.size(); i++) {
      lists[i + 1] = list(assertions.get(i));
    }
    return QuestionKey.of(hash('Q', lists));
  }

  private byte[] list(List<BoolExpr> parts) {
    byte[][] digests = new byte[parts.size()][];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = digest(parts.get(i));
    }
    return hash('L', digests);
  }

  /**
   * Returns the digest of {@code expression}. The expressions can be nested deeply, so this is a
   * loop.
   */
  byte[] digest(Expr<?> expression) {
    if (expressions.size() > MOST_TERMS) {
      expressions.clear();
      operators.clear();
    }
    Deque<Expr<?>> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expr<?> next = open.element();
      if (expressions.containsKey(next.getId())) {
        open.pop();
        continue;
      }
      Expr<?>[] parts = parts(next);
      boolean ready = true;
      for (Expr<?> part : parts) {
        if (!expressions.containsKey(part.getId())) {
          open.push(part);
          ready = false;
        }
      }
      if (ready) {
        open.pop();
        expressions.put(next.getId(), new Known(next, new Digest(digest(next, parts))));
      }
    }
    return known(expression);
  }

  /** Returns the arguments of an expression, or the meaning of a literal. */
  private Expr<?>[] parts(Expr<?> expression) {
    if (expression instanceof BitVecNum) {
      return new Expr<?>[0];
    }
    Optional<BoolExpr> meaning =
        expression instanceof BoolExpr literal ? definitions.meaning(literal) : Optional.empty();
    return meaning.isPresent() ? new Expr<?>[] {meaning.get()} : expression.getArgs();
  }

  private byte[] digest(Expr<?> expression, Expr<?>[] parts) {
    if (expression instanceof BitVecNum number) {
      return hash('N', text(number.getBigInteger().toString()), text(number.getSort().toString()));
    }
    if (expression instanceof BoolExpr literal && definitions.meaning(literal).isPresent()) {
      return known(parts[0]);
    }
    byte[][] content = new byte[parts.length + 1][];
    content[0] = operator(expression.getFuncDecl());
    for (int i = 0; i < parts.length; i++) {
      content[i + 1] = known(parts[i]);
    }
    return hash('T', content);
  }

  private byte[] known(Expr<?> expression) {
    @Nullable Known known = expressions.get(expression.getId());
    if (known == null) {
      throw new IllegalStateException("an expression without a digest: " + expression);
    }
    return known.digest().bytes;
  }

  private byte[] operator(FuncDecl<?> operator) {
    return operators
        .computeIfAbsent(
            operator.getId(), id -> new Operator(operator, new Digest(written(operator))))
        .digest()
        .bytes;
  }

  private byte[] written(FuncDecl<?> operator) {
    FuncDecl.Parameter[] parameters = parameters(operator);
    Sort[] domain = operator.getDomain();
    byte[][] parts = new byte[parameters.length + domain.length + 5][];
    int at = 0;
    parts[at++] = text(operator.getDeclKind().name());
    parts[at++] = text(operator.getName().toString());
    parts[at++] = text(operator.getRange().toString());
    parts[at++] = text(Integer.toString(parameters.length));
    parts[at++] = text(Integer.toString(domain.length));
    for (FuncDecl.Parameter parameter : parameters) {
      parts[at++] = text(written(parameter));
    }
    for (Sort sort : domain) {
      parts[at++] = text(sort.toString());
    }
    return hash('O', parts);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static FuncDecl.Parameter[] parameters(FuncDecl<?> operator) {
    return ((FuncDecl) operator).getParameters();
  }

  private static String written(FuncDecl.Parameter parameter) {
    return switch (parameter.getParameterKind()) {
      case Z3_PARAMETER_INT -> "int " + parameter.getInt();
      case Z3_PARAMETER_SYMBOL -> "symbol " + parameter.getSymbol();
      case Z3_PARAMETER_SORT -> "sort " + parameter.getSort();
      case Z3_PARAMETER_RATIONAL -> "rational " + parameter.getRational();
      // The encoding has no operator with such a parameter, and its text might not be complete.
      default -> throw new IllegalStateException("a parameter of an unknown kind");
    };
  }

  private byte[] hash(char kind, byte[]... parts) {
    sha256.reset();
    sha256.update((byte) kind);
    sha256.update(number(parts.length));
    for (byte[] part : parts) {
      sha256.update(number(part.length));
      sha256.update(part);
    }
    return sha256.digest();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
