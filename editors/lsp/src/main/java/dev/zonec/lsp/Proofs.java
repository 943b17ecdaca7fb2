package dev.zonec.lsp;

import dev.zonec.application.cache.ObligationCache;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.application.editing.program.Proving;
import dev.zonec.application.verify.ProofSessions;
import dev.zonec.diagnostics.InputPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Proves programs in the background, one after the other. The methods are called by one thread. */
final class Proofs implements AutoCloseable {
  /** The time without an edit after which a proof starts, in milliseconds. */
  private static final int QUIET_MILLIS = 400;

  private final ObligationCache known = ObligationCache.inMemory();
  private final ProofSessions sessions = new ProofSessions();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("zonec proofs").unstarted(task));
  private final BiConsumer<ProgramState, ProofState> done;
  private final Consumer<RuntimeException> failed;
  private final Map<List<InputPath>, Run> runs = new HashMap<>();
  private final Map<List<InputPath>, ProofState> finished = new HashMap<>();

  /** A proof that is waiting, running, or ended without a result. */
  private record Run(ProgramState state, Future<?> future) {}

  /**
   * @param done receives the result of each proof that is not cancelled, on another thread
   * @param failed receives exceptions, which are bugs
   */
  Proofs(BiConsumer<ProgramState, ProofState> done, Consumer<RuntimeException> failed) {
    this.done = done;
    this.failed = failed;
  }

  /** Cancels the proof of an earlier state of the program, and proves this one after a while. */
  void start(ProgramState state) {
    cancel(state.inputs().key());
    Future<?> future =
        executor.schedule(
            () -> {
              try {
                Optional<ProofState> proved = Proving.of(state, known, sessions);
                if (!Thread.currentThread().isInterrupted()) {
                  proved.ifPresent(result -> done.accept(state, result));
                }
              } catch (RuntimeException e) {
                failed.accept(e);
              }
            },
            QUIET_MILLIS,
            TimeUnit.MILLISECONDS);
    runs.put(state.inputs().key(), new Run(state, future));
  }

  /** Whether the proof of exactly this state has been started. */
  boolean isStarted(ProgramState state) {
    Run run = runs.get(state.inputs().key());
    return run != null && run.state().isSame(state);
  }

  /** Cancels the proof of a program, and forgets the last one. */
  void cancel(List<InputPath> program) {
    Run before = runs.remove(program);
    if (before != null) {
      before.future().cancel(true);
    }
    finished.remove(program);
  }

  /** Keeps the result of a proof. */
  void keep(ProofState proved) {
    finished.put(proved.state().inputs().key(), proved);
  }

  /** Returns the proof of exactly this state, if it is finished. */
  Optional<ProofState> of(ProgramState state) {
    ProofState proved = finished.get(state.inputs().key());
    return proved != null && proved.state().isSame(state) ? Optional.of(proved) : Optional.empty();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    sessions.close();
  }
}
