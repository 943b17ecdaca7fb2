package dev.zonec.lsp;

import dev.zonec.application.editing.answer.Completion;
import dev.zonec.application.editing.answer.Completions;
import dev.zonec.application.editing.answer.Fixes;
import dev.zonec.application.editing.answer.Folds;
import dev.zonec.application.editing.answer.HighlightedTokens;
import dev.zonec.application.editing.answer.Hovers;
import dev.zonec.application.editing.answer.Lenses;
import dev.zonec.application.editing.answer.NameSpans;
import dev.zonec.application.editing.answer.PortHints;
import dev.zonec.application.editing.answer.Renaming;
import dev.zonec.application.editing.answer.Symbols;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Answers what is about one document. */
@SuppressWarnings("NullAway") // Answers of the protocol can be null; lsp4j has no annotations.
final class ZoneDocuments implements TextDocumentService {
  private @Nullable Session session;

  void begin(Session created) {
    session = created;
  }

  static Session begun(@Nullable Session session) {
    if (session == null) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.ServerNotInitialized, "the server is not initialized", null));
    }
    return session;
  }

  private Session session() {
    return begun(session);
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    session().open(document.getUri(), document.getVersion(), document.getText());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    VersionedTextDocumentIdentifier document = params.getTextDocument();
    Integer version = document.getVersion();
    session().change(document.getUri(), version == null ? 0 : version, params.getContentChanges());
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    session().close(params.getTextDocument().getUri());
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    session().filesChanged();
  }

  /** Answers a question about the text of a document. */
  private <T> CompletableFuture<T> ofText(
      TextDocumentIdentifier document,
      T otherwise,
      BiFunction<Session.View, SourceText, T> question) {
    return session()
        .answer(
            document.getUri(),
            otherwise,
            view ->
                view.state()
                    .text(view.file())
                    .map(text -> question.apply(view, text))
                    .orElse(otherwise));
  }

  private interface AtOffset<T> {
    T at(Session.View view, int offset);
  }

  private <T> CompletableFuture<T> atOffset(
      TextDocumentIdentifier document, Position position, T otherwise, AtOffset<T> question) {
    return ofText(
        document, otherwise, (view, text) -> question.at(view, Positions.offset(text, position)));
  }

  private static MarkupContent markdown(String text) {
    return new MarkupContent(MarkupKind.MARKDOWN, text);
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        Either.forLeft(List.of()),
        (view, offset) -> {
          List<CompletionItem> items = new ArrayList<>();
          for (Completion each : Completions.at(view.state(), view.file(), offset)) {
            CompletionItem item = new CompletionItem(each.text());
            item.setKind(SymbolMessages.kind(each.kind()));
            item.setDetail(each.detail().isEmpty() ? null : each.detail());
            item.setDocumentation(
                each.documentation().isEmpty() ? null : markdown(each.documentation()));
            item.setTextEdit(
                Either.forLeft(new TextEdit(Positions.range(each.replaced()), each.text())));
            item.setFilterText(each.text());
            item.setSortText(String.format("%04d", items.size()));
            items.add(item);
          }
          return Either.forLeft(items);
        });
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        (Hover) null,
        (view, offset) ->
            Hovers.at(view.state(), view.proofs(), view.file(), offset)
                .map(each -> new Hover(markdown(each.markdown()), Positions.range(each.span())))
                .orElse(null));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        Either.forLeft(List.of()),
        (view, offset) ->
            Either.forLeft(
                NameSpans.declaration(view.state(), view.file(), offset).stream()
                    .map(each -> location(view, each))
                    .toList()));
  }

  private static Location location(Session.View view, NameSpans.InFile place) {
    return new Location(view.documents().uri(place.file()), Positions.range(place.span()));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean declarations = params.getContext().isIncludeDeclaration();
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        List.of(),
        (view, offset) ->
            NameSpans.references(view.state(), view.others().get(), view.file(), offset).stream()
                .filter(each -> declarations || !each.declares())
                .map(each -> location(view, each))
                .toList());
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        List.of(),
        (view, offset) ->
            NameSpans.references(view.state(), List.of(), view.file(), offset).stream()
                .filter(each -> each.file().equals(view.file()))
                .map(
                    each ->
                        new DocumentHighlight(
                            Positions.range(each.span()),
                            each.declares()
                                ? DocumentHighlightKind.Write
                                : DocumentHighlightKind.Read))
                .toList());
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        (Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>) null,
        (view, offset) ->
            Renaming.renamable(view.state(), view.file(), offset)
                .map(
                    span ->
                        Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                            new PrepareRenameResult(Positions.range(span), span.text())))
                .orElse(null));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return atOffset(
        params.getTextDocument(),
        params.getPosition(),
        (WorkspaceEdit) null,
        (view, offset) ->
            switch (Renaming.of(
                view.state(), view.others().get(), view.file(), offset, params.getNewName())) {
              case Renaming.Refused(String reason) ->
                  throw new ResponseErrorException(
                      new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
              case Renaming.Renamed(var places, String name) -> {
                Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
                for (NameSpans.InFile place : places) {
                  changes
                      .computeIfAbsent(
                          view.documents().uri(place.file()), each -> new ArrayList<>())
                      .add(new TextEdit(Positions.range(place.span()), name));
                }
                yield new WorkspaceEdit(changes);
              }
            });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) ->
            Symbols.of(view.state(), view.file()).stream()
                .map(SymbolMessages::of)
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) ->
            Folds.of(view.state(), view.file()).stream()
                .map(
                    each -> {
                      FoldingRange range = new FoldingRange(each.first() - 1, each.last() - 1);
                      range.setKind(
                          each.kind() == Folds.Kind.COMMENT
                              ? FoldingRangeKind.Comment
                              : FoldingRangeKind.Region);
                      return range;
                    })
                .toList());
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) ->
            switch (Formatting.format(text)) {
              case Formatted.Text(String formatted) -> EditMessages.between(text, formatted);
              case Formatted.Malformed malformed -> List.of();
            });
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return ofText(
        params.getTextDocument(),
        new SemanticTokens(List.of()),
        (view, text) -> TokenMessages.of(HighlightedTokens.of(view.state(), view.file())));
  }

  private static Command why(String title, TextDocumentIdentifier document, String assertion) {
    return new Command(title, ZoneWorkspace.WHY, List.of(document.getUri(), assertion));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) ->
            Lenses.of(view.state(), view.proofs(), view.file()).stream()
                .map(
                    each ->
                        new CodeLens(
                            Positions.range(each.span().firstLine()),
                            each.violated()
                                .map(name -> why(each.text(), params.getTextDocument(), name))
                                .orElseGet(() -> new Command(each.text(), "")),
                            null))
                .toList());
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) -> {
          List<Either<Command, CodeAction>> actions = new ArrayList<>();
          int start = Positions.offset(text, params.getRange().getStart());
          int end = Positions.offset(text, params.getRange().getEnd());
          for (Fixes.Fix fix : Fixes.at(view.state(), view.proofs(), view.file(), start, end)) {
            Optional<WorkspaceEdit> edit = EditMessages.of(fix.edits(), view);
            if (edit.isPresent()) {
              CodeAction action = new CodeAction(fix.title());
              action.setKind(CodeActionKind.QuickFix);
              action.setDiagnostics(
                  List.of(
                      new DiagnosticMessages(view.state(), view.documents())
                          .message(fix.problem())));
              action.setEdit(edit.get());
              actions.add(Either.forRight(action));
            }
          }
          return actions;
        });
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return ofText(
        params.getTextDocument(),
        List.of(),
        (view, text) -> {
          int start = Positions.offset(text, params.getRange().getStart());
          int end = Positions.offset(text, params.getRange().getEnd());
          return PortHints.of(view.state(), view.file()).stream()
              .filter(each -> each.span().start() >= start && each.span().end() <= end)
              .map(each -> hint(each.span(), each.text()))
              .toList();
        });
  }

  private static InlayHint hint(Span span, String text) {
    InlayHint hint =
        new InlayHint(Positions.position(span.source(), span.end()), Either.forLeft(text));
    hint.setPaddingLeft(true);
    return hint;
  }
}
