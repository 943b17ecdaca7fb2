package dev.zonec.lsp;

import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Writes changes of texts as messages of the protocol. */
final class EditMessages {
  private EditMessages() {}

  /** Returns the edits; empty if one of them is not in a text of the program. */
  static Optional<WorkspaceEdit> of(List<Edit> edits, Session.View view) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    for (Edit edit : edits) {
      Optional<String> uri = view.state().file(edit.span().source()).map(view.documents()::uri);
      if (uri.isEmpty()) {
        return Optional.empty();
      }
      changes
          .computeIfAbsent(uri.get(), each -> new ArrayList<>())
          .add(new TextEdit(Positions.range(edit.span()), edit.replacement()));
    }
    return Optional.of(new WorkspaceEdit(changes));
  }

  /** Returns the edit that turns {@code text} into {@code other}; none if they are equal. */
  static List<TextEdit> between(SourceText text, String other) {
    String content = text.content();
    if (content.equals(other)) {
      return List.of();
    }
    int start = 0;
    int most = Math.min(content.length(), other.length());
    while (start < most && content.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && content.charAt(content.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    // Whole lines, so that no character or line end is cut in two.
    int from = content.lastIndexOf('\n', start - 1) + 1;
    int next = content.indexOf('\n', content.length() - end);
    int kept = next < 0 ? 0 : content.length() - next - 1;
    if (kept > other.length() - from || from > content.length() - kept) {
      from = 0;
      kept = 0;
    }
    return List.of(
        new TextEdit(
            new Range(
                Positions.position(text, from), Positions.position(text, content.length() - kept)),
            other.substring(from, other.length() - kept)));
  }
}
