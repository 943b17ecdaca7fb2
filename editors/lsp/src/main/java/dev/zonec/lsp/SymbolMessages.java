package dev.zonec.lsp;

import dev.zonec.application.editing.answer.Completion;
import dev.zonec.application.editing.answer.Symbol;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/** Writes symbols and their kinds as messages of the protocol. */
final class SymbolMessages {
  private SymbolMessages() {}

  static DocumentSymbol of(Symbol symbol) {
    return new DocumentSymbol(
        symbol.name(),
        kind(symbol.kind()),
        Positions.range(symbol.span()),
        Positions.range(symbol.nameSpan()),
        symbol.detail(),
        symbol.children().stream().map(SymbolMessages::of).toList());
  }

  static SymbolKind kind(Symbol.Kind kind) {
    return switch (kind) {
      case MODULE -> SymbolKind.Module;
      case IMPORT -> SymbolKind.Package;
      case PARAM -> SymbolKind.Variable;
      case ZONE -> SymbolKind.Class;
      case EXTERNAL -> SymbolKind.Interface;
      case SERVICE -> SymbolKind.Constant;
      case FLOW -> SymbolKind.Method;
      case ASSERTION -> SymbolKind.Boolean;
      case BLOCK -> SymbolKind.Namespace;
      case SETTING -> SymbolKind.Property;
    };
  }

  static CompletionItemKind kind(Completion.Kind kind) {
    return switch (kind) {
      case KEYWORD -> CompletionItemKind.Keyword;
      case ZONE -> CompletionItemKind.Class;
      case EXTERNAL -> CompletionItemKind.Interface;
      case SERVICE -> CompletionItemKind.Constant;
      case PORT -> CompletionItemKind.Unit;
      case ALIAS -> CompletionItemKind.Module;
      case ASSERTION -> CompletionItemKind.Reference;
      case PARAM -> CompletionItemKind.Variable;
      case TIER -> CompletionItemKind.EnumMember;
      case VALUE, LABEL_VALUE -> CompletionItemKind.Value;
      case LABEL_KEY -> CompletionItemKind.Property;
      case NAMESPACE -> CompletionItemKind.Folder;
      case FILE -> CompletionItemKind.File;
    };
  }
}
