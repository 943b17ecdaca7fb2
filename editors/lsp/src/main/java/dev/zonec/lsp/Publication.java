package dev.zonec.lsp;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.application.editing.program.Proving;
import dev.zonec.diagnostics.InputPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the editor the problems of programs. Used by one thread. */
final class Publication {
  private final Documents documents;
  private final LanguageClient client;

  /** The problems of each program that has open documents, by file. */
  private final Map<List<InputPath>, Map<Path, List<Diagnostic>>> published = new HashMap<>();

  Publication(Documents documents, LanguageClient client) {
    this.documents = documents;
    this.client = client;
  }

  /**
   * Publishes the problems of a program, for its files and those that had problems before.
   *
   * @param edited the files whose problems are published even if they have not changed
   */
  void publish(ProgramState state, Optional<ProofState> proofs, Set<Path> edited) {
    Map<Path, List<Diagnostic>> now =
        new DiagnosticMessages(state, documents).of(Proving.diagnostics(state, proofs));
    Map<Path, List<Diagnostic>> before =
        Optional.ofNullable(published.put(state.inputs().key(), now)).orElseGet(Map::of);
    Set<Path> changed = new LinkedHashSet<>(edited);
    now.forEach(
        (file, problems) -> {
          if (!problems.equals(before.get(file))) {
            changed.add(file);
          }
        });
    before.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
    changed.forEach(this::send);
  }

  /** Withdraws the problems of a program that has no open document any more. */
  void withdraw(List<InputPath> program) {
    Map<Path, List<Diagnostic>> before = published.remove(program);
    if (before != null) {
      before.keySet().forEach(this::send);
    }
  }

  /** Returns the programs whose problems are published. */
  Set<List<InputPath>> programs() {
    return Set.copyOf(published.keySet());
  }

  private void send(Path file) {
    Set<Diagnostic> all = new LinkedHashSet<>();
    published.values().forEach(each -> all.addAll(each.getOrDefault(file, List.of())));
    PublishDiagnosticsParams message =
        new PublishDiagnosticsParams(documents.uri(file), new ArrayList<>(all));
    documents.version(file).ifPresent(message::setVersion);
    client.publishDiagnostics(message);
  }
}
