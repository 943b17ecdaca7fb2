package dev.zonec.views.playground;

import dev.zonec.application.workspace.Workspace;
import dev.zonec.diagnostics.DiagnosticData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts as maps and lists for JSON. */
final class WorkspaceData {
  private WorkspaceData() {}

  static Map<String, Object> of(Workspace workspace) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("program", texts(workspace.program()));
    data.put("manifests", texts(workspace.manifests()));
    data.put("problems", workspace.problems().stream().map(DiagnosticData::of).toList());
    return data;
  }

  private static List<Map<String, String>> texts(List<Workspace.Text> texts) {
    return texts.stream().map(text -> Map.of("name", text.name(), "text", text.content())).toList();
  }
}
