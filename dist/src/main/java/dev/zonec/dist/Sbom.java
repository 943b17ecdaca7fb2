package dev.zonec.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The bill of materials of a package, in CycloneDX's JSON. */
final class Sbom {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document;

  private Sbom(ObjectNode document) {
    this.document = document;
  }

  /** Reads the document that Maven writes about the libraries. */
  static Sbom read(Path file) throws IOException {
    return new Sbom((ObjectNode) MAPPER.readTree(Files.readAllBytes(file)));
  }

  /** A library of other authors, and its licences. */
  record Library(String name, String version, List<String> licences) {
    /** Returns the name of its file. */
    String jar() {
      return name + "-" + version + ".jar";
    }
  }

  /** Returns the libraries of other authors. */
  List<Library> libraries() {
    List<Library> libraries = new ArrayList<>();
    for (JsonNode component : components()) {
      if (!component.path("group").asText().equals("dev.zonec")) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
          JsonNode licence = each.path("license");
          licences.add(
              licence
                  .path("id")
                  .asText(licence.path("name").asText(each.path("expression").asText())));
        }
        libraries.add(
            new Library(
                component.path("name").asText(), component.path("version").asText(), licences));
      }
    }
    return libraries;
  }

  /** Removes the library {@code name}, which packages do not contain. */
  void remove(String name) {
    Set<String> removed = new HashSet<>();
    for (JsonNode component : components()) {
      if (component.path("name").asText().equals(name)) {
        removed.add(component.path("bom-ref").asText());
      }
    }
    drop(components(), component -> removed.contains(component.path("bom-ref").asText()));
    ArrayNode dependencies = document.withArray("dependencies");
    drop(dependencies, dependency -> removed.contains(dependency.path("ref").asText()));
    for (JsonNode dependency : dependencies) {
      if (dependency.path("dependsOn") instanceof ArrayNode references) {
        drop(references, reference -> removed.contains(reference.asText()));
      }
    }
  }

  private static void drop(ArrayNode nodes, Predicate<JsonNode> dropped) {
    for (Iterator<JsonNode> each = nodes.iterator(); each.hasNext(); ) {
      if (dropped.test(each.next())) {
        each.remove();
      }
    }
  }

  /** Adds something that Maven does not know. */
  void add(String type, String name, String version, String licence) {
    ObjectNode component = MAPPER.createObjectNode();
    component.put("type", type);
    component.put("bom-ref", name + "@" + version);
    component.put("name", name);
    component.put("version", version);
    component
        .putArray("licenses")
        .add(MAPPER.valueToTree(Map.of("license", Map.of(isId(licence) ? "id" : "name", licence))));
    components().add(component);
  }

  private static boolean isId(String licence) {
    return !licence.contains(" ");
  }

  /** Writes the document. */
  void write(Path file) throws IOException {
    Files.writeString(
        file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
  }

  private ArrayNode components() {
    return document.withArray("components");
  }
}
