package dev.zonec.verifier.origin;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import java.util.List;

/** The origin of a policy or of one of its rules. */
public sealed interface PolicyOrigin {
  /** A person wrote the policy: no program is known that compiles to it. */
  record HandWritten() implements PolicyOrigin {}

  /**
   * The given program compiles to the policy.
   *
   * @param onDisk whether the policy is in a manifest; otherwise it was compiled in memory, and
   *     there is no text to show
   * @param statements the flows that the rule implements, or the zone of the policy; at least one
   */
  record Compiled(boolean onDisk, List<Statement> statements) implements PolicyOrigin {
    /** Copies the statements and refuses none. */
    public Compiled {
      statements = List.copyOf(statements);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("compiled from nothing");
      }
    }

    /** Returns the first of the statements. */
    public Statement first() {
      return statements.getFirst();
    }
  }

  /**
   * The policy has the name of a policy of the given program, but different content: somebody
   * edited it, or the program has changed since.
   *
   * @param zone the zone that the program's policy is for
   */
  record Modified(Statement zone) implements PolicyOrigin {}

  /**
   * zonec generated the policy, and the given program has no policy of this name.
   *
   * @param author the zone and files that the labels and annotations of the policy name
   * @param programGiven whether a program was given
   */
  record OtherProgram(Author.Zonec author, boolean programGiven) implements PolicyOrigin {}

  /** The kinds of statements. */
  enum Kind {
    /** A flow. */
    FLOW("flow"),
    /** A zone. */
    ZONE("zone"),
    /** A default that opens connections. */
    DEFAULT("default");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns the name in reports. */
    public String word() {
      return word;
    }
  }

  /**
   * A statement of the program.
   *
   * @param kind its kind
   * @param text the content of the statement, on one line
   * @param span its span
   */
  record Statement(Kind kind, String text, Span span) {
    /**
     * Returns the statement with its line, such as {@code flow `web -> cart : tcp/7070` at
     * shop.zone:12}.
     */
    @Override
    public String toString() {
      return kind.word() + " `" + text + "` at " + span.fileAndLine();
    }

    /**
     * Returns the statement as it is written in the program, such as {@code allow web -> cart :
     * tcp/7070}.
     */
    public String written() {
      return switch (kind) {
        case FLOW -> "allow " + text;
        case ZONE -> "zone " + text;
        case DEFAULT -> text;
      };
    }
  }
}
