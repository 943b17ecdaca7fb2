package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.certificate.Certificate;
import dev.zonec.application.certificate.CertificateOutcome;
import dev.zonec.diagnostics.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A certificate that was changed is not confirmed, whatever was changed. {@code
 * -Dzonec.tampered=10000} tries more random changes.
 */
final class TamperedCertificateTest {
  private static final int TRIES = Integer.getInteger("zonec.tampered", 1_000);

  @TempDir private static Path folder;
  private static @Nullable SmallCertificate certificate;

  @BeforeAll
  static void verify() throws IOException {
    certificate = SmallCertificate.in(folder);
  }

  private static SmallCertificate certificate() {
    if (certificate == null) {
      throw new IllegalStateException("not verified");
    }
    return certificate;
  }

  @Test
  void theCertificateIsConfirmed() {
    CertificateOutcome outcome = certificate().outcome(certificate().files());
    assertThat(outcome).isInstanceOf(CertificateOutcome.Confirmed.class);
    assertThat(((CertificateOutcome.Confirmed) outcome).claims()).isEqualTo(11);
    assertThat(((CertificateOutcome.Confirmed) outcome).others()).isEmpty();
  }

  /** Each value, field and element of the document is changed once. */
  @Test
  void everyFieldMatters() {
    List<Consumer<JsonNode>> changes = new ArrayList<>();
    collect(document(), "", changes);
    assertThat(changes).hasSizeGreaterThan(300);
    for (Consumer<JsonNode> change : changes) {
      JsonNode changed = document();
      change.accept(changed);
      assertRefused(with(Certificate.DOCUMENT, text(changed)));
    }
  }

  /** Each value is replaced by values of other kinds in turn, such as a large number. */
  @Test
  void everyKindMatters() {
    List<JsonNode> others =
        Stream.of(
                "null", "-1", "1e999999", "true", "99999999999999999999", "\"\\u0000\"", "[]", "{}")
            .map(JsonMapper.shared()::readTree)
            .toList();
    List<List<Consumer<JsonNode>>> changes = new ArrayList<>();
    for (JsonNode other : others) {
      changes.add(new ArrayList<>());
      replace(document(), "", other, changes.getLast());
    }
    int count = changes.getFirst().size();
    assertThat(count).isGreaterThan(300);
    for (int i = 0; i < count; i++) {
      JsonNode changed = document();
      changes.get(i % others.size()).get(i).accept(changed);
      assertRefused(with(Certificate.DOCUMENT, text(changed)));
    }
  }

  /** An invariant with a box that no search finds is refused or checked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"everything\": true}",
        "{\"addresses\": {\"ipv4\": []}}",
        "{\"addresses\": {\"ipv4\": [\"255.255.255.255-255.255.255.255\"]}}",
        "{\"addresses\": {\"ipv4\": [\"1.1.1.1-0.0.0.0\"]}}",
        "{\"addresses\": {\"ipv4\": [\"::-::1\"]}}",
        "{\"addresses\": {\"ipv6\": [\"::-::1\"]}}",
        "{\"addresses\": {}}",
        "{\"pods\": {}}",
        "{\"pods\": {\"ipv6\": [\"::-ffff::\"]}}",
        "{\"pods\": {\"ipv4\": []}}",
        "{\"pods\": {\"namespaces\": {\"values\": []}}}",
        "{\"pods\": {\"namespaces\": {\"values\": [\"\"]}}}",
        "{\"pods\": {\"namespaces\": {\"others\": true}}}",
        "{\"pods\": {\"labels\": {\"app\": {}}}}",
        "{\"pods\": {\"labels\": {\"app\": {\"values\": [\"none\"]}}}}",
        "{\"pods\": {\"labels\": {\"none\": {\"values\": [\"none\"]}}}}",
        "{\"pods\": {\"unknown\": {\"data\": {}}}}",
        "{}",
        "[]",
        "null",
        "1"
      })
  void strangeBoxesAreNoFailure(String box) {
    for (String kind : List.of("in", "notIn")) {
      JsonNode changed = document();
      ObjectNode set = sets(changed).getFirst();
      ArrayNode boxes = JsonMapper.shared().createArrayNode();
      if (kind.equals("in")) {
        set.path("in").forEach(boxes::add);
      }
      boxes.add(JsonMapper.shared().readTree(box));
      set.removeAll();
      set.set(kind, boxes);
      Optional<Certificate> forged = certificate().check().expected(changed, Deadline.never());
      if (forged.isPresent()) {
        assertThat(certificate().outcome(new TreeMap<>(forged.get().files())))
            .isNotInstanceOf(CertificateOutcome.Unusable.class);
      }
    }
  }

  @Test
  void everyFileMatters() {
    for (String name : certificate().files().keySet()) {
      SortedMap<String, String> without = certificate().files();
      without.remove(name);
      assertRefused(without);
      assertRefused(with(name, certificate().files().get(name) + "\n"));
    }
    assertRefused(with("1-99-more.smt2", "(check-sat)\n"));
    assertRefused(with("notes.txt", ""));
  }

  @Test
  void randomChangesAreRefused() {
    Random random = new Random(7);
    List<String> names = new ArrayList<>(certificate().files().keySet());
    for (int i = 0; i < TRIES; i++) {
      String name = names.get(random.nextInt(names.size()));
      String text = certificate().files().getOrDefault(name, "");
      String changed = changed(text, random);
      if (!changed.equals(text)) {
        assertRefused(with(name, changed));
      }
    }
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(20));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(at);
      case 2 -> text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(at + 1);
      case 3 -> text.substring(0, at);
      default -> text.substring(0, at) + random.nextInt(100) + text.substring(at);
    };
  }

  /**
   * A box is left out of an invariant, and all obligations are computed from what is left, so that
   * everything fits. The second solver finds the connection that leaves the invariant.
   */
  @Test
  void aWrongInvariantIsRefutedBySolvers() {
    int refuted = 0;
    int count = boxes(document()).size();
    assertThat(count).isPositive();
    for (int i = 0; i < count; i++) {
      JsonNode changed = document();
      boxes(changed).get(i).remove(0);
      SortedMap<String, String> forged =
          certificate().check().expected(changed, Deadline.never()).orElseThrow().files();
      if (certificate().outcome(new TreeMap<>(forged))
          instanceof CertificateOutcome.Refused(var steps, var problems)) {
        assertThat(problems).allMatch(problem -> problem.message().contains("does not hold"));
        refuted++;
      }
    }
    assertThat(refuted).isEqualTo(count);
  }

  /** Returns the boxes of each invariant that contains its boxes. */
  private static List<ArrayNode> boxes(JsonNode document) {
    return sets(document).stream().map(set -> (ArrayNode) set.path("in")).toList();
  }

  /** Returns each invariant that contains its boxes and has some. */
  private static List<ObjectNode> sets(JsonNode document) {
    List<ObjectNode> all = new ArrayList<>();
    for (JsonNode run : document.path("runs")) {
      for (JsonNode claim : run.path("claims")) {
        for (JsonNode part : claim.path("paths")) {
          for (JsonNode set : part.path("invariants")) {
            if (set.path("in") instanceof ArrayNode boxes && !boxes.isEmpty()) {
              all.add((ObjectNode) set);
            }
          }
        }
      }
    }
    return all;
  }

  /** Adds the changes of everything in {@code node}, which is at {@code path}. */
  private static void collect(JsonNode node, String path, List<Consumer<JsonNode>> changes) {
    if (node instanceof ObjectNode object) {
      changes.add(root -> ((ObjectNode) root.at(path)).put("added", 1));
      for (String name : object.propertyNames()) {
        changes.add(root -> ((ObjectNode) root.at(path)).remove(name));
        String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
        JsonNode value = object.get(name);
        if (value.isValueNode()) {
          changes.add(root -> ((ObjectNode) root.at(path)).set(name, other(value)));
        }
        collect(value, below, changes);
      }
    } else if (node instanceof ArrayNode array) {
      changes.add(root -> ((ArrayNode) root.at(path)).add("added"));
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        changes.add(root -> ((ArrayNode) root.at(path)).remove(at));
        JsonNode value = array.get(i);
        if (value.isValueNode()) {
          changes.add(root -> ((ArrayNode) root.at(path)).set(at, other(value)));
        }
        collect(value, path + "/" + i, changes);
      }
    }
  }

  /** Adds the changes that put {@code other} in the place of everything below {@code node}. */
  private static void replace(
      JsonNode node, String path, JsonNode other, List<Consumer<JsonNode>> changes) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        changes.add(root -> ((ObjectNode) root.at(path)).set(name, other));
        String below = path + "/" + name.replace("~", "~0").replace("/", "~1");
        replace(object.get(name), below, other, changes);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        changes.add(root -> ((ArrayNode) root.at(path)).set(at, other));
        replace(array.get(i), path + "/" + i, other, changes);
      }
    }
  }

  private static JsonNode other(JsonNode value) {
    JsonMapper json = JsonMapper.shared();
    if (value.isBoolean()) {
      return json.getNodeFactory().booleanNode(!value.asBoolean());
    }
    return value.isNumber()
        ? json.getNodeFactory().numberNode(value.asInt() + 1)
        : json.getNodeFactory().stringNode(value.asString() + "x");
  }

  private static JsonNode document() {
    return JsonMapper.shared()
        .readTree(certificate().files().getOrDefault(Certificate.DOCUMENT, ""));
  }

  private static String text(JsonNode document) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }

  private static SortedMap<String, String> with(String name, String text) {
    SortedMap<String, String> files = certificate().files();
    files.put(name, text);
    return files;
  }

  private static void assertRefused(SortedMap<String, String> files) {
    if (!files.equals(certificate().files())) {
      assertThat(certificate().outcome(files)).isNotInstanceOf(CertificateOutcome.Confirmed.class);
    }
  }
}
