package dev.zonec.verifier.origin;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import java.util.List;

/** Where a policy, or a rule of it, comes from. */
public sealed interface PolicyOrigin {
  /** No program is known that compiles to it. */
  record HandWritten() implements PolicyOrigin {}

  /**
   * The program compiles to it.
   *
   * @param onDisk whether it stands in a manifest too; else it was compiled in memory, and its own
   *     text is nowhere to be looked at
   * @param statements the flows that the rule is there for, or the zone; at least one
   */
  record Compiled(boolean onDisk, List<Statement> statements) implements PolicyOrigin {
    /** Copies the statements and refuses none. */
    public Compiled {
      statements = List.copyOf(statements);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("compiled from nothing");
      }
    }

    /** The first of its statements. */
    public Statement first() {
      return statements.getFirst();
    }
  }

  /**
   * It has the name of a policy of the program, and is not what the program compiles to: somebody
   * edited it, or the program has changed since.
   *
   * @param zone the zone that the program's policy is for
   */
  record Modified(Statement zone) implements PolicyOrigin {}

  /**
   * zonec generated it, and the program has no policy of its name.
   *
   * @param author what its labels say
   * @param programGiven whether there is a program at all
   */
  record OtherProgram(Author.Zonec author, boolean programGiven) implements PolicyOrigin {}

  /**
   * A statement of the program.
   *
   * @param kind what it is: {@code flow}, {@code zone}, or {@code default} of what nothing declares
   * @param text what it says, on one line
   * @param span where it stands
   */
  record Statement(String kind, String text, Span span) {
    /** {@code flow `web -> cart : tcp/7070` at shop.zone:12}. */
    @Override
    public String toString() {
      return kind + " `" + text + "` at " + span.fileAndLine();
    }

    /** As it is written where its kind is not said: {@code allow web -> cart : tcp/7070}. */
    public String written() {
      return switch (kind) {
        case "flow" -> "allow " + text;
        case "zone" -> "zone " + text;
        default -> text;
      };
    }
  }
}
