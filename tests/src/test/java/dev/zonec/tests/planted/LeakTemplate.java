package dev.zonec.tests.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way in which policies leak, as text. {@code <<leak|twin>>} is the one place in which the leak
 * and its twin differ, in a policy or in the program.
 *
 * <p>The first line is a comment that says what the place is. Then there are lines {@code # KEY:
 * VALUE}, and the policies. Words with {@code $} are replaced by {@link PlantedCluster}.
 *
 * <ul>
 *   <li>{@code policies}: the kind of policy with the difference, or {@code program}
 *   <li>{@code hop}: what the policies decide. {@code ingress}: which pods connect to the pods
 *       {@code $dst}; {@code egress}: where the pods {@code $src} connect to; {@code to-address},
 *       {@code from-address}: which pods the addresses {@code $outside} connect with; {@code
 *       two-hops}: from {@code $src} over {@code $mid} to {@code $dst}; {@code none}: nothing, all
 *       hops are allowed
 *   <li>{@code at}: {@code first} or {@code last}, if the hop cannot be anywhere in the path
 *   <li>{@code source}: what the labels of the pods {@code $src} satisfy besides, such as {@code
 *       !tier}
 *   <li>{@code outside}: the block of addresses
 *   <li>{@code claim}, {@code waive}: the claim, and a waiver, if there is one
 * </ul>
 *
 * @param name its name
 * @param fields the values of the keys
 * @param text the policies
 */
record LeakTemplate(String name, Map<String, String> fields, String text) {
  private static final String SUFFIX = ".template";

  /** Returns all templates in {@code folder}, in the order of their names. */
  static List<LeakTemplate> in(Path folder) throws IOException {
    List<LeakTemplate> templates = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        templates.add(read(name.substring(0, name.indexOf(SUFFIX)), Files.readString(file)));
      }
    }
    return templates;
  }

  private static LeakTemplate read(String name, String content) {
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (String line : content.lines().skip(1).toList()) {
      if (line.startsWith("# ")) {
        int colon = line.indexOf(": ");
        fields.put(line.substring(2, colon), line.substring(colon + 2));
      } else {
        text.append(line).append('\n');
      }
    }
    LeakTemplate template = new LeakTemplate(name, fields, text.toString());
    if (content.split("<<", -1).length != 2 || !content.startsWith("# ")) {
      throw new IllegalArgumentException(name + " needs a comment, and one place that differs");
    }
    return template;
  }

  /** Returns the value of a field; the empty text if it is missing. */
  String field(String key) {
    return fields.getOrDefault(key, "");
  }

  /** Returns {@code text} of the leak or of the twin. */
  static String chosen(String text, boolean leak) {
    return text.replaceAll("(?s)<<(.*?)\\|(.*?)>>", leak ? "$1" : "$2");
  }

  /** Returns the least number of hops of a path with this leak. */
  int leastHops() {
    return field("hop").equals("two-hops") || field("hop").equals("none") ? 2 : 1;
  }
}
