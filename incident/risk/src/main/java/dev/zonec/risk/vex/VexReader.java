package dev.zonec.risk.vex;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.ReportPlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads OpenVEX documents, of version 0.2.0 and the earlier ones with texts instead of objects. */
public final class VexReader {
  private VexReader() {}

  /** Reads a document. */
  public static List<VexStatement> read(JsonCursor cursor, String file) {
    List<VexStatement> statements = new ArrayList<>();
    cursor.object(
        "the document",
        member -> {
          if (member.equals("statements")) {
            cursor.list(
                "`statements`",
                () -> {
                  int line = cursor.line();
                  statements.add(statement(cursor.tree(), new ReportPlace(file, line)));
                });
          }
        });
    return statements;
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
