package dev.zonec.application.flows;

/** The search for declared flows that no log shows, before the logs are read. */
public sealed interface UnusedSearch {
  /** There are no sources, so no flow is declared. */
  record NoProgram() implements UnusedSearch {}

  /** Flows can be declared, and the logs can be read. */
  record Ready(FlowInputs.Ready inputs) implements UnusedSearch {
    /** Returns the flows that {@code checked} does not show, which was read for these inputs. */
    public UnusedFlows in(CheckedFlows checked) {
      return UnusedFlows.of(checked);
    }
  }

  /** Returns the search with these inputs. */
  static UnusedSearch of(FlowInputs.Ready inputs) {
    return inputs.declares() ? new Ready(inputs) : new NoProgram();
  }
}
