package dev.zonec.risk.vex;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.ReportPlace;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads OpenVEX documents, of version 0.2.0 and the earlier ones with texts instead of objects. */
public final class VexReader {
  /** The members with times; the one that counts comes first. */
  private static final List<String> TIMES = List.of("last_updated", "timestamp");

  private VexReader() {}

  /** Reads a document. */
  public static List<VexStatement> read(JsonCursor cursor, String file) {
    List<VexStatement> statements = new ArrayList<>();
    List<String> times = new ArrayList<>();
    Map<String, String> ofDocument = new HashMap<>();
    cursor.object(
        "the document",
        member -> {
          if (member.equals("statements")) {
            cursor.list(
                "`statements`",
                () -> {
                  int line = cursor.line();
                  JsonNode node = cursor.tree();
                  statements.add(statement(node, new ReportPlace(file, line)));
                  times.add(time(each -> JsonFields.text(node, each)));
                });
          } else if (TIMES.contains(member)) {
            ofDocument.put(member, cursor.text());
          }
        });
    // The members of a document have no order: its times can follow its statements.
    String whole = time(member -> ofDocument.getOrDefault(member, ""));
    return IntStream.range(0, statements.size())
        .mapToObj(i -> statements.get(i).at(instant(times.get(i).isEmpty() ? whole : times.get(i))))
        .toList();
  }

  /** Returns the time of the last update, else that of the statement; empty if there is none. */
  private static String time(UnaryOperator<String> members) {
    return TIMES.stream().map(members).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  /** Returns the moment that {@code text} is; empty if it is none, so that it overrides nothing. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static VexStatement statement(JsonNode node, ReportPlace place) {
    JsonNode vulnerability = node.path("vulnerability");
    Set<String> ids = new LinkedHashSet<>();
    ids.add(JsonFields.text(vulnerability));
    ids.add(lastPart(JsonFields.text(vulnerability, "@id")));
    ids.add(JsonFields.text(vulnerability, "name"));
    ids.addAll(JsonFields.texts(vulnerability, "aliases"));
    ids.removeIf(String::isEmpty);
    List<VexStatement.Product> products = new ArrayList<>();
    for (JsonNode product : node.path("products")) {
      List<String> parts = new ArrayList<>();
      product.path("subcomponents").forEach(part -> parts.addAll(ids(part)));
      products.add(new VexStatement.Product(ids(product), parts));
    }
    return new VexStatement(
        ids,
        products,
        JsonFields.text(node, "status"),
        JsonFields.text(node, "justification"),
        Optional.empty(),
        place);
  }

  /** Returns the id at the end of a URL, such as that of a page about a CVE. */
  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static Set<String> ids(JsonNode product) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(JsonFields.text(product));
    ids.add(JsonFields.text(product, "@id"));
    ids.add(JsonFields.text(product.path("identifiers"), "purl"));
    ids.removeIf(String::isEmpty);
    return ids;
  }
}
