package dev.zonec.application.flows;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * Drafts a program from observed flows, writes it and proves it. Each step is a method, so that a
 * caller can report what one step found before it asks for the next.
 */
public record Learn(LearnRequest request) {
  /** Returns the reasons why nothing may be drafted; none if a draft may be written. */
  public List<Diagnostic> refusals() {
    return request.target().conflicts();
  }

  /** Reads everything except the logs. */
  public FlowInputs inputs() {
    return FlowInputs.of(request.flows());
  }

  /** Returns the program that the logs show. */
  public LearnedProgram program(CheckedFlows checked) {
    return LearnedProgram.of(
        checked, request.module(), request.target().name(), request.flows().program().day());
  }

  /** Writes the program to its file, if there is one. Returns the problem if this fails. */
  public List<Diagnostic> write(LearnedProgram program) {
    return request.target().write(program.text());
  }

  /** Returns the proof of the program, which runs when its outcome is requested. */
  public LearnedProof proof(LearnedProgram program, CheckedFlows checked) {
    return new LearnedProof(program, request.target().name(), checked);
  }
}
