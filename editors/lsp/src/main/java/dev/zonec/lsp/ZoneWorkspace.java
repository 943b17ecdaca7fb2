package dev.zonec.lsp;

import dev.zonec.application.editing.answer.Symbols;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Answers what is about the whole workspace. */
final class ZoneWorkspace implements WorkspaceService {
  private static final int MOST_SYMBOLS = 1000;

  private @Nullable Session session;

  void begin(Session created) {
    session = created;
  }

  private Session session() {
    return ZoneDocuments.begun(session);
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // The server has no settings that change.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    session().filesChanged();
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    Session current = session();
    return current.answer(
        programs ->
            Either.forRight(
                Symbols.matching(programs, params.getQuery()).stream()
                    .limit(MOST_SYMBOLS)
                    .map(
                        each ->
                            new WorkspaceSymbol(
                                each.name(),
                                SymbolMessages.kind(each.kind()),
                                Either.forLeft(
                                    new Location(
                                        current.documents().uri(each.file()),
                                        Positions.range(each.span())))))
                    .toList()));
  }
}
