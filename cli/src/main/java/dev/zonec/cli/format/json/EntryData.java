package dev.zonec.cli.format.json;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.diagnostics.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries as maps and lists. {@code spec/schema/report-1.schema.json} describes them. */
final class EntryData {
  private EntryData() {}

  static Map<String, Object> of(Entry entry) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", entry.id());
    data.put("status", entry.status().word());
    data.put("rule", entry.rule().id());
    put(data, "claim", entry.claim());
    data.put("message", entry.message());
    switch (entry.place()) {
      case Place.At(var span) -> data.put("place", DiagnosticData.place(span));
      case Place.InFile(String name) -> data.put("place", Map.of("file", name));
      case Place.AtLine(String name, long line) ->
          data.put("place", OrderedMap.of("file", name, "line", line));
      case Place.Nowhere() -> {}
    }
    put(data, "label", entry.label());
    put(data, "variant", entry.variant());
    put(data, "cause", entry.cause());
    put(data, "reason", entry.reason());
    put(data, "related", entry.related().stream().map(EntryData::labelled).toList());
    put(data, "notes", entry.notes().stream().map(EntryData::note).toList());
    put(data, "path", entry.path().stream().map(EntryData::hop).toList());
    put(data, "assumptions", entry.assumptions());
    return data;
  }

  private static void put(Map<String, Object> data, String name, String text) {
    if (!text.isEmpty()) {
      data.put(name, text);
    }
  }

  private static void put(Map<String, Object> data, String name, List<?> list) {
    if (!list.isEmpty()) {
      data.put(name, list);
    }
  }

  private static Map<String, Object> labelled(LabelledSpan other) {
    Map<String, Object> data = DiagnosticData.place(other.span());
    data.put("label", other.label());
    return data;
  }

  private static Map<String, Object> note(Note note) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", note.kind());
    data.put("text", note.text());
    return data;
  }

  private static Map<String, Object> hop(PathHop hop) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", hop.from());
    data.put("to", hop.to());
    data.put("port", hop.port());
    data.put("steps", hop.steps().stream().map(EntryData::step).toList());
    return data;
  }

  private static Map<String, Object> step(PathStep step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("side", step.side());
    data.put("allowed", step.allowed());
    data.put("text", step.text());
    data.put("places", step.places().stream().map(EntryData::labelled).toList());
    return data;
  }
}
