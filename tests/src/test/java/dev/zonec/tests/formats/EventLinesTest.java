package dev.zonec.tests.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the events of findings with the published lists of fields, if they are present: every
 * field exists, has a value of its type, and what is required is there.
 */
final class EventLinesTest {
  private static final Path SCHEMAS =
      Path.of(System.getProperty("zonec.shared", ""), "inputs", "schemas");

  private static final Path CASES = Run.ROOT.resolve("spec/cases/runs/flows");
  private static final JsonMapper JSON = new JsonMapper();

  private static List<JsonNode> events(String format) {
    List<JsonNode> events = new ArrayList<>();
    for (String name : List.of("findings/flows.jsonl", "behaviour/conn.log")) {
      Path log = CASES.resolve(name);
      List<String> args =
          new ArrayList<>(
              List.of(
                  "flows",
                  "check",
                  log.toString(),
                  "-m",
                  log.resolveSibling("k8s.yaml").toString(),
                  "-f",
                  format));
      if (name.startsWith("behaviour")) {
        args.addAll(List.of("--threats", log.resolveSibling("bad.txt").toString()));
      } else {
        args.add(log.resolveSibling("p.zone").toString());
      }
      Run run = Run.zonec(args.toArray(String[]::new));
      run.out().lines().forEach(line -> events.add(JSON.readTree(line)));
    }
    assertThat(events).hasSizeGreaterThan(20);
    return events;
  }

  @Test
  void alertsHaveFieldsOfTheElasticCommonSchema() throws IOException {
    Path list = SCHEMAS.resolve("ecs-fields.csv");
    assumeTrue(Files.exists(list), "the list of ECS fields is not there");
    Map<String, String> types = new HashMap<>();
    Set<String> arrays = new TreeSet<>();
    for (String line : Files.readAllLines(list)) {
      String[] columns = line.split(",", 8);
      if (columns.length > 6) {
        types.put(columns[3], columns[4]);
        if (columns[6].equals("array")) {
          arrays.add(columns[3]);
        }
      }
    }
    Set<String> used = new TreeSet<>();
    for (JsonNode event : events("ecs")) {
      fields(event, "", types, arrays, used);
      assertThat(used).contains("@timestamp", "ecs.version", "event.kind", "source.address");
    }
    assertThat(used).contains("destination.ip", "destination.port", "network.transport", "rule.id");
  }

  private static void fields(
      JsonNode node, String path, Map<String, String> types, Set<String> arrays, Set<String> used) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String name = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
      JsonNode value = each.getValue();
      String type = types.getOrDefault(name, "");
      if (value.isObject() && !type.equals("object")) {
        fields(value, name, types, arrays, used);
        continue;
      }
      assertThat(types).as("a field of ECS").containsKey(name);
      used.add(name);
      assertThat(value.isArray()).as(name).isEqualTo(arrays.contains(name));
      switch (type) {
        case "long" -> assertThat(value.isIntegralNumber()).as(name).isTrue();
        case "object" -> value.values().forEach(label -> assertThat(label.isString()).isTrue());
        default -> assertThat(value.isArray() || value.isString()).as(name).isTrue();
      }
    }
  }

  @Test
  void findingsHaveAttributesOfOcsf() throws IOException {
    Path folder = SCHEMAS.resolve("ocsf");
    assumeTrue(Files.isDirectory(folder), "the definitions of OCSF are not there");
    for (JsonNode event : events("ocsf")) {
      conforms(
          event,
          folder,
          "events/base_event",
          "events/findings/finding",
          "events/findings/detection_finding");
      conforms(event.get("finding_info"), folder, "objects/finding_info");
      JsonNode evidence = event.get("evidences").get(0);
      conforms(evidence, folder, "objects/evidences");
      conforms(evidence.get("connection_info"), folder, "objects/network_connection_info");
      assertThat(event.get("type_uid").asInt())
          .isEqualTo(event.get("class_uid").asInt() * 100 + event.get("activity_id").asInt());
      for (String end : List.of("src_endpoint", "dst_endpoint")) {
        Set<String> known = attributes(folder, "objects/network_endpoint", false);
        // The base of this object defines these two.
        known.addAll(List.of("name", "ip"));
        assertThat(known).containsAll(evidence.get(end).propertyNames());
      }
    }
  }

  private static void conforms(JsonNode object, Path folder, String... definitions)
      throws IOException {
    Set<String> known = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (String each : definitions) {
      known.addAll(attributes(folder, each, false));
      required.addAll(attributes(folder, each, true));
    }
    assertThat(known).as("%s", List.of(definitions)).containsAll(object.propertyNames());
    assertThat(object.propertyNames()).containsAll(required);
  }

  private static Set<String> attributes(Path folder, String name, boolean required)
      throws IOException {
    JsonNode attributes =
        JSON.readTree(Files.readString(folder.resolve(name + ".json"))).get("attributes");
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> each : attributes.properties()) {
      JsonNode requirement = each.getValue().get("requirement");
      boolean needed = requirement != null && requirement.asString().equals("required");
      if (!each.getKey().startsWith("$") && (!required || needed)) {
        names.add(each.getKey());
      }
    }
    return names;
  }
}
