package dev.zonec.kubernetes.manifest;

import dev.zonec.model.net.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of kinds, {@code kinds.txt}, which describes its own format. */
final class KindTable {
  private static final String FILE = "kinds.txt";
  private static final List<KindRow> ROWS = read();

  private KindTable() {}

  /** Returns the rows in the order of the table. */
  static List<KindRow> rows() {
    return ROWS;
  }

  /** Returns the first row that matches a kind. */
  static Optional<KindRow> of(String group, String kind) {
    return ROWS.stream().filter(row -> row.names().fit(group, kind)).findFirst();
  }

  private static List<KindRow> read() {
    try (@Nullable InputStream in = KindTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<KindRow> rows(String text) {
    List<List<String>> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith("  ")) {
        entries.add(new ArrayList<>());
      }
      entries.getLast().add(line.strip());
    }
    return entries.stream().map(KindTable::row).toList();
  }

  private static KindRow row(List<String> lines) {
    List<String> head = words(lines.getFirst());
    KindRow.Names names = new KindRow.Names(commas(head.get(1)), commas(head.get(2)));
    Map<String, List<String>> parts = new LinkedHashMap<>();
    String note = "";
    for (String line : lines.subList(1, lines.size())) {
      // A sentence begins with a capital letter.
      if (Character.isUpperCase(line.charAt(0))) {
        note = line;
      } else {
        List<String> words = words(line);
        parts.put(words.getFirst(), words.subList(1, words.size()));
      }
    }
    return switch (head.getFirst()) {
      case "decides" -> new KindRow.Decides(names, condition(head), note);
      case "makes" -> new KindRow.Makes(names, condition(head), note);
      case "admits" -> new KindRow.Admits(names, condition(head), note);
      case "plain" -> new KindRow.Plain(names, note);
      case "runs" -> new KindRow.Runs(names, pods(parts), note);
      default -> throw new IllegalStateException(FILE + ": " + lines.getFirst());
    };
  }

  private static FieldCondition condition(List<String> head) {
    if (head.size() < 5) {
      return FieldCondition.ALWAYS;
    }
    String[] field = head.get(4).split("=", 2);
    return new FieldCondition(
        head.get(3).equals("if"),
        field[0],
        field.length == 2 ? Optional.of(field[1]) : Optional.empty());
  }

  private static KindRow.Pods pods(Map<String, List<String>> parts) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : parts.getOrDefault("labels", List.of())) {
      labels.put(label.split("=", 2)[0], label.split("=", 2)[1]);
    }
    return new KindRow.Pods(
        parts.getOrDefault("pods", List.of()).stream()
            .filter(path -> !path.equals("-"))
            .map(FieldPath::new)
            .toList(),
        parts.getOrDefault("part", List.of()).stream().findFirst(),
        parts.getOrDefault("metadata", List.of()).stream().findFirst().map(FieldPath::new),
        parts.getOrDefault("from", List.of()).stream().findFirst().map(FieldPath::new),
        parts.getOrDefault("only", List.of()),
        labels,
        parts.getOrDefault("ports", List.of()).stream().map(KindTable::port).toList());
  }

  private static KindRow.Port port(String text) {
    String[] parts = text.split("[=/]", -1);
    return new KindRow.Port(parts[0], Integer.parseInt(parts[1]), Protocol.valueOf(parts[2]));
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.split(" +", -1));
  }

  private static List<String> commas(String word) {
    return Arrays.asList(word.split(",", -1));
  }
}
