package dev.zonec.stream.parallel;

import dev.zonec.application.flows.FlowInputs;
import dev.zonec.stream.source.JudgingSupply;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The inputs of a run in this process. The readers run in the same process, so they get the inputs
 * as they are, by a name.
 */
final class InProcess implements AutoCloseable {
  private static final ConcurrentHashMap<String, FlowInputs.Ready> INPUTS =
      new ConcurrentHashMap<>();

  private final String name;

  private InProcess(String name) {
    this.name = name;
  }

  static InProcess of(FlowInputs.Ready ready) {
    String name = UUID.randomUUID().toString();
    INPUTS.put(name, ready);
    return new InProcess(name);
  }

  JudgingSupply supply() {
    String known = name;
    return () -> Objects.requireNonNull(INPUTS.get(known)).judging();
  }

  @Override
  public void close() {
    INPUTS.remove(name);
  }
}
