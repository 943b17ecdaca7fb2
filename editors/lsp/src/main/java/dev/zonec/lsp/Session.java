package dev.zonec.lsp;

import dev.zonec.application.editing.program.EditedPrograms;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.WorkThread;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The work of the server: one thread changes documents, checks programs and answers requests, in
 * the order of the messages. Another one proves programs, and hands its results to the first one. A
 * third one draws programs.
 */
final class Session implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> WorkThread.of("zonec editing", task));
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("zonec drawing").unstarted(task));
  private final Documents documents = new Documents();
  private final LanguageClient client;
  private final EditedPrograms programs;
  private final Publication publication;
  private final Proofs proofs;
  private final List<Path> folders;
  private final Runnable proved;

  /** The edits that the worker has not seen yet: a program is checked after the last of them. */
  private final AtomicInteger waiting = new AtomicInteger();

  /** The files that were edited since their programs were checked. */
  private final Set<Path> unchecked = new HashSet<>();

  /**
   * @param environment the environment of the configuration files
   * @param folders the folders of the workspace
   * @param proved is run on another thread after each proof
   */
  Session(
      LanguageClient client,
      Optional<String> environment,
      List<Path> folders,
      Supplier<LocalDate> today,
      Runnable proved) {
    this.client = client;
    this.programs = new EditedPrograms(documents.texts(), environment, today);
    this.publication = new Publication(documents, client);
    this.proofs = new Proofs((state, result) -> later(() -> finished(state, result)), this::report);
    this.folders = List.copyOf(folders);
    this.proved = proved;
  }

  /** A program with the proof of its present state. */
  record View(
      ProgramState state,
      Optional<ProofState> proofs,
      Path file,
      Documents documents,
      Supplier<Collection<ProgramState>> others) {}

  void open(String uri, int version, String text) {
    edit(
        uri,
        file -> {
          documents.open(uri, version, text);
          programs.openFilesChanged();
        });
  }

  void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    edit(
        uri,
        file -> {
          documents.change(uri, version, changes);
          programs.textChanged(file);
        });
  }

  private interface Edit {
    void apply(Path file);
  }

  private void edit(String uri, Edit edit) {
    waiting.incrementAndGet();
    later(
        () -> {
          int more = waiting.decrementAndGet();
          Path file = Documents.path(uri);
          if (!Documents.isSource(file)) {
            return;
          }
          edit.apply(file);
          unchecked.add(file);
          if (more == 0) {
            check();
          }
        });
  }

  void close(String uri) {
    later(
        () -> {
          documents.close(uri);
          programs.openFilesChanged();
          checkAll();
        });
  }

  /** Checks the open programs again that depend on files which have changed. */
  void filesChanged() {
    later(
        () -> {
          programs.filesChanged();
          check();
        });
  }

  /** Checks the programs of the edited files, and other programs whose state has changed. */
  private void check() {
    Set<Path> edited = new HashSet<>(unchecked);
    unchecked.clear();
    edited.removeIf(file -> !documents.isOpen(file));
    Set<List<InputPath>> checked = new HashSet<>();
    for (Path file : edited) {
      ProgramState state = programs.of(file);
      if (checked.add(state.inputs().key())) {
        check(state, edited);
      }
    }
    for (ProgramState state : programs.open()) {
      if (checked.add(state.inputs().key()) && !proofs.isStarted(state)) {
        check(state, Set.of());
      }
    }
    withdraw();
  }

  private void checkAll() {
    unchecked.clear();
    programs.open().forEach(state -> check(state, Set.of()));
    withdraw();
  }

  private void check(ProgramState state, Set<Path> edited) {
    Set<Path> own = new HashSet<>(edited);
    own.removeIf(file -> state.source(file).isEmpty());
    publication.publish(state, Optional.empty(), own);
    proofs.start(state);
  }

  /** Withdraws what was published for programs without an open document. */
  private void withdraw() {
    Set<List<InputPath>> open = new HashSet<>();
    programs.open().forEach(state -> open.add(state.inputs().key()));
    for (List<InputPath> program : publication.programs()) {
      if (!open.contains(program)) {
        publication.withdraw(program);
        proofs.cancel(program);
      }
    }
  }

  private void finished(ProgramState state, ProofState result) {
    boolean current =
        waiting.get() == 0
            && unchecked.isEmpty()
            && programs.open().stream().anyMatch(each -> each.isSame(state));
    if (current) {
      proofs.keep(result);
      publication.publish(state, Optional.of(result), Set.of());
      proved.run();
    }
  }

  /** Returns the answer to a request about a document; {@code otherwise} if it is no source. */
  <T> CompletableFuture<T> answer(String uri, T otherwise, Function<View, T> question) {
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          Path file = Documents.path(uri);
          if (!Documents.isSource(file)) {
            return otherwise;
          }
          ProgramState state = programs.of(file);
          return question.apply(
              new View(state, proofs.of(state), file, documents, this::workspace));
        });
  }

  /**
   * Returns the answer to a request that takes long, without delaying others; {@code otherwise} if
   * the document is no source.
   *
   * @param question is asked on another thread, and one at a time
   */
  <T> CompletableFuture<T> answerAside(
      String uri, T otherwise, Function<ProgramState, T> question) {
    return answer(uri, Optional.<ProgramState>empty(), view -> Optional.of(view.state()))
        .thenApplyAsync(state -> state.map(question).orElse(otherwise), aside);
  }

  /** Returns the answer to a request about all programs of the workspace. */
  <T> CompletableFuture<T> answer(Function<Collection<ProgramState>, T> question) {
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          return question.apply(workspace());
        });
  }

  private Collection<ProgramState> workspace() {
    return new ArrayList<>(programs.below(folders));
  }

  Documents documents() {
    return documents;
  }

  private void later(Runnable task) {
    if (!worker.isShutdown()) {
      worker.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              report(e);
            }
          });
    }
  }

  /** Tells the editor about a bug. */
  private void report(RuntimeException e) {
    client.logMessage(new MessageParams(MessageType.Error, "a bug in zonec: " + trace(e)));
  }

  private static String trace(RuntimeException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  public void close() {
    proofs.close();
    worker.shutdownNow();
    aside.shutdownNow();
  }
}
