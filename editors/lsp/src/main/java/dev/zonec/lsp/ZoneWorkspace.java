package dev.zonec.lsp;

import com.google.gson.JsonPrimitive;
import dev.zonec.application.editing.answer.Symbols;
import dev.zonec.application.editing.answer.Violations;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Answers what is about the whole workspace. */
final class ZoneWorkspace implements WorkspaceService {
  /**
   * The command that returns why an assertion does not hold. Its arguments are the URI of a source
   * and the name of the assertion.
   */
  static final String WHY = "zonec.why";

  /**
   * The command that draws the program of a source, as it is in the editor. Its argument is the URI
   * of the source. The result has {@code problems}, a text, and unless they prevent it {@code svg},
   * a picture that is an element of a page, and {@code table}, its edges as HTML.
   */
  static final String GRAPH = "zonec.graph";

  /** The second argument of {@link #GRAPH} for a graph from which nothing is left out. */
  private static final String ALL = "all";

  /** The commands of the server. */
  static final List<String> COMMANDS = List.of(WHY, GRAPH);

  private static final String NOTHING =
      "no violation is known: the assertion holds, or the program has changed since the proof\n";

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

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    List<String> arguments =
        params.getArguments() == null
            ? List.of()
            : params.getArguments().stream().map(ZoneWorkspace::text).toList();
    if (params.getCommand().equals(WHY) && arguments.size() == 2) {
      return why(arguments.getFirst(), arguments.getLast());
    }
    if (params.getCommand().equals(GRAPH)
        && (arguments.size() == 1 || (arguments.size() == 2 && arguments.getLast().equals(ALL)))) {
      return graph(arguments.getFirst(), arguments.size() == 2);
    }
    return CompletableFuture.failedFuture(
        new ResponseErrorException(
            new ResponseError(
                ResponseErrorCode.InvalidParams,
                "the server runs "
                    + WHY
                    + " with the URI of a source and an assertion, and "
                    + GRAPH
                    + " with the URI of a source, and with `"
                    + ALL
                    + "` if nothing is left out",
                null)));
  }

  private CompletableFuture<Object> why(String uri, String assertion) {
    return session()
        .answer(
            uri,
            NOTHING,
            view -> Violations.of(view.state(), view.proofs(), assertion).orElse(NOTHING))
        .thenApply(text -> text);
  }

  private CompletableFuture<Object> graph(String uri, boolean all) {
    return session()
        .answerAside(uri, GraphMessages.NO_SOURCE, state -> GraphMessages.of(state, all))
        .thenApply(drawn -> drawn);
  }

  private static String text(Object argument) {
    return argument instanceof JsonPrimitive value ? value.getAsString() : argument.toString();
  }
}
