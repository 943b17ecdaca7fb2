package dev.zonec.cli.format.sarif;

import dev.zonec.cli.format.PlaceText;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Places as objects of SARIF. */
final class SarifLocations {
  private SarifLocations() {}

  /** Returns a {@code location}, with {@code message} unless it is empty. */
  static Map<String, Object> of(Place place, String message) {
    Map<String, Object> location = new LinkedHashMap<>();
    Map<String, Object> physical = new LinkedHashMap<>();
    switch (place) {
      case Place.At(Span span) -> {
        physical.put("artifactLocation", artifact(span.source().name()));
        physical.put("region", region(span));
      }
      case Place.InFile(String name) -> {
        physical.put("artifactLocation", artifact(name));
        physical.put("region", Map.of("startLine", 1));
      }
      case Place.AtLine(String name, long line) -> {
        physical.put("artifactLocation", artifact(name));
        physical.put("region", Map.of("startLine", line));
      }
      case Place.Nowhere() -> {}
    }
    if (!physical.isEmpty()) {
      location.put("physicalLocation", physical);
    }
    if (!message.isEmpty()) {
      location.put("message", Map.of("text", message));
    }
    return location;
  }

  private static Map<String, Object> artifact(String name) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    String uri = PlaceText.uri(name);
    artifact.put("uri", uri);
    if (!uri.startsWith("file:")) {
      artifact.put("uriBaseId", "%SRCROOT%");
    }
    return artifact;
  }

  private static Map<String, Object> region(Span span) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", span.line());
    region.put("startColumn", span.column());
    region.put("endLine", span.source().lineOf(span.end()));
    region.put("endColumn", span.source().columnOf(span.end()));
    return region;
  }
}
