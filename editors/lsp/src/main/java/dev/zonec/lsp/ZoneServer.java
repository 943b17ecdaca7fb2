package dev.zonec.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The server: its life, and what it offers. */
final class ZoneServer implements LanguageServer, LanguageClientAware, AutoCloseable {
  private static final List<String> TRIGGERS = List.of(" ", ".", "/", "=", "{", "$", "\"", ":");

  private final String version;
  private final Supplier<LocalDate> today;
  private final CompletableFuture<Boolean> exited = new CompletableFuture<>();
  private final ZoneDocuments documents = new ZoneDocuments();
  private final ZoneWorkspace workspace = new ZoneWorkspace();
  private @Nullable LanguageClient client;
  private @Nullable Session session;
  private boolean watches;
  private volatile boolean shutDown;

  ZoneServer(String version, Supplier<LocalDate> today) {
    this.version = version;
    this.today = today;
  }

  @Override
  public void connect(LanguageClient remote) {
    client = remote;
  }

  /** Is completed when the editor says that the server must exit. */
  CompletableFuture<Boolean> exited() {
    return exited;
  }

  /** Whether the editor has asked the server to shut down. */
  boolean isShutDown() {
    return shutDown;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    LanguageClient remote = client;
    if (remote == null) {
      throw new IllegalStateException("there is no client");
    }
    Optional<ClientCapabilities> capabilities = Optional.ofNullable(params.getCapabilities());
    boolean refreshes =
        capabilities
            .map(ClientCapabilities::getWorkspace)
            .map(each -> each.getCodeLens())
            .map(each -> each.getRefreshSupport())
            .orElse(false);
    watches =
        capabilities
            .map(ClientCapabilities::getWorkspace)
            .map(each -> each.getDidChangeWatchedFiles())
            .map(each -> each.getDynamicRegistration())
            .orElse(false);
    Session created =
        new Session(
            remote,
            environment(params.getInitializationOptions()),
            folders(params),
            today,
            () -> {
              if (refreshes) {
                told(remote.refreshCodeLenses());
              }
            });
    session = created;
    documents.begin(created);
    workspace.begin(created);
    InitializeResult result = new InitializeResult(capabilities());
    result.setServerInfo(new ServerInfo("zonec", version));
    return CompletableFuture.completedFuture(result);
  }

  private static Optional<String> environment(@Nullable Object options) {
    if (options instanceof JsonObject object) {
      JsonElement name = object.get("environment");
      if (name != null && name.isJsonPrimitive() && !name.getAsString().isEmpty()) {
        return Optional.of(name.getAsString());
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("deprecation") // Older editors name one folder only.
  private static List<Path> folders(InitializeParams params) {
    List<String> uris = new ArrayList<>();
    if (params.getWorkspaceFolders() != null) {
      params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).forEach(uris::add);
    } else if (params.getRootUri() != null) {
      uris.add(params.getRootUri());
    }
    return uris.stream().filter(uri -> uri.startsWith("file:")).map(Documents::path).toList();
  }

  private static ServerCapabilities capabilities() {
    ServerCapabilities offered = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(true);
    offered.setTextDocumentSync(sync);
    offered.setPositionEncoding("utf-16");
    offered.setCompletionProvider(new CompletionOptions(false, TRIGGERS));
    offered.setHoverProvider(true);
    offered.setDefinitionProvider(true);
    offered.setReferencesProvider(true);
    offered.setDocumentHighlightProvider(true);
    offered.setDocumentSymbolProvider(true);
    offered.setWorkspaceSymbolProvider(true);
    offered.setFoldingRangeProvider(true);
    offered.setDocumentFormattingProvider(true);
    offered.setRenameProvider(new RenameOptions(true));
    offered.setCodeLensProvider(new CodeLensOptions(false));
    offered.setExecuteCommandProvider(new ExecuteCommandOptions(ZoneWorkspace.COMMANDS));
    offered.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    offered.setInlayHintProvider(true);
    offered.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(TokenMessages.LEGEND, true));
    return offered;
  }

  @Override
  public void initialized(InitializedParams params) {
    LanguageClient remote = client;
    if (watches && remote != null) {
      List<FileSystemWatcher> watchers = new ArrayList<>();
      for (String glob : List.of("**/*.zone", "**/*.{yaml,yml,json}")) {
        watchers.add(new FileSystemWatcher(Either.forLeft(glob)));
      }
      told(
          remote.registerCapability(
              new RegistrationParams(
                  List.of(
                      new Registration(
                          "zonec-files",
                          "workspace/didChangeWatchedFiles",
                          new DidChangeWatchedFilesRegistrationOptions(watchers))))));
    }
  }

  /** Does nothing with the answer to a request: an editor that refuses it works without. */
  private static void told(CompletableFuture<Void> answer) {
    answer.exceptionally(refused -> null);
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    return CompletableFuture.completedFuture(new Object());
  }

  @Override
  public void exit() {
    exited.complete(shutDown);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  @Override
  public void close() {
    Session created = session;
    if (created != null) {
      created.close();
    }
  }
}
