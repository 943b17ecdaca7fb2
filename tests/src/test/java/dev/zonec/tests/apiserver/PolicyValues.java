package dev.zonec.tests.apiserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for the fields of policies, from {@code policy-values.txt}, which describes its own
 * format. Valid values come first in each list.
 */
final class PolicyValues {
  private static final Pattern LENGTH = Pattern.compile("<(d?)([0-9]+)>");
  private static final Map<String, List<String>> ALL = read();

  private PolicyValues() {}

  /** Returns the values of {@code field}; none if the field is unknown. */
  static List<String> of(String field, ServedPolicy kind) {
    List<String> cluster =
        kind == ServedPolicy.NETWORK_POLICY
            ? List.of()
            : ALL.getOrDefault("cluster " + field, List.of());
    return cluster.isEmpty() ? ALL.getOrDefault(field, List.of()) : cluster;
  }

  /** Returns the fields that the mapping {@code name} can have in a policy, valid or by mistake. */
  static List<String> fieldsOf(String name, ServedPolicy kind) {
    return of("in " + (name.isEmpty() ? "-" : name), kind);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new HashMap<>();
    try (InputStream in = PolicyValues.class.getResourceAsStream("/api-server/policy-values.txt")) {
      List<String> names = List.of();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("  ")) {
          for (String name : names) {
            List<String> values = all.computeIfAbsent(name, n -> new ArrayList<>());
            for (String value : line.strip().split(" ?\\|(?: |$)", 0)) {
              values.add(lengthened(value));
            }
          }
        } else {
          names = List.of(line.split(", ", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static String lengthened(String value) {
    return LENGTH
        .matcher(value)
        .replaceAll(
            found -> {
              int length = Integer.parseInt(found.group(2));
              String text =
                  found.group(1).isEmpty()
                      ? "a".repeat(length)
                      : ("a".repeat(62) + ".").repeat(length / 63) + "a".repeat(length % 63);
              return Matcher.quoteReplacement(text);
            });
  }
}
