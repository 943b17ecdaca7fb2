package dev.zonec.application.certificate;

import dev.zonec.checker.solver.Answer;
import dev.zonec.checker.solver.Scripts;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.SearchPath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A solver that answers scripts in SMT-LIB 2. */
public sealed interface ScriptSolver {
  /** Returns the name of the solver in messages. */
  String name();

  /**
   * Returns the answers to the questions of {@code script}, in their order. If the script is not
   * read to its end, the last one is {@link Answer.Unknown}.
   */
  List<Answer> answers(String script, Deadline deadline);

  /** SMTInterpol, which runs inside of zonec. */
  record Smtinterpol() implements ScriptSolver {
    /** The name of the solver on the command line. */
    public static final String WORD = "smtinterpol";

    @Override
    public String name() {
      return "SMTInterpol";
    }

    @Override
    public List<Answer> answers(String script, Deadline deadline) {
      return new Scripts(deadline).run(script);
    }
  }

  /**
   * A program that reads a script from the file in its last argument.
   *
   * @param name the name of the solver in messages
   * @param words the program and its options
   */
  record Program(String name, List<String> words) implements ScriptSolver {
    /** Copies the words. */
    public Program {
      words = List.copyOf(words);
    }

    @Override
    public List<Answer> answers(String script, Deadline deadline) {
      return new SolverProcess(words, deadline).answers(script);
    }
  }

  /**
   * Returns the solver with this name: {@value Smtinterpol#WORD}, the name of a program on the
   * search path, or the path of a program. Empty if there is no such program.
   *
   * @param searchPath the folders in which programs are looked for
   */
  static Optional<ScriptSolver> named(String name, SearchPath searchPath) {
    if (name.equals(Smtinterpol.WORD)) {
      return Optional.of(new Smtinterpol());
    }
    boolean isPath = name.contains(File.separator) || name.contains("/");
    Optional<Path> program =
        isPath ? Optional.of(Path.of(name)).filter(Files::isExecutable) : searchPath.program(name);
    return program.map(
        path ->
            new Program(
                name,
                switch (name) {
                  case "cvc5" -> List.of(path.toString(), "--incremental");
                  case "z3" -> List.of(path.toString(), "-smt2");
                  default -> List.of(path.toString());
                }));
  }
}
