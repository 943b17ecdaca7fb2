package dev.zonec.diagnostics.page;

import dev.zonec.diagnostics.page.Page.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Parses pages: headings, fenced blocks, and the prose between them. */
final class PageReading {
  private static final String FENCE = "```";

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> prose = new ArrayList<>();

  private PageReading() {}

  /**
   * Parses a page.
   *
   * @throws IllegalArgumentException if {@code markdown} does not have the form of a page
   */
  static Page read(String markdown) {
    List<String> lines = Arrays.asList(markdown.split("\n", -1));
    if (!lines.getFirst().startsWith("# ")) {
      throw new IllegalArgumentException("a page begins with `# `");
    }
    PageReading reading = new PageReading();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        int end = i + 1;
        while (!lines.get(end).equals(FENCE)) {
          end++;
        }
        reading.endProse();
        String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        reading.blocks.add(new Block.Code(sample(line.substring(FENCE.length()), text)));
        i = end;
      } else if (line.startsWith("## ")) {
        reading.endProse();
        reading.blocks.add(new Block.Section(line.substring(3)));
      } else {
        reading.prose.add(line);
      }
    }
    reading.endProse();
    return new Page(lines.getFirst().substring(2), reading.blocks);
  }

  private void endProse() {
    while (!prose.isEmpty() && prose.getFirst().isEmpty()) {
      prose.removeFirst();
    }
    while (!prose.isEmpty() && prose.getLast().isEmpty()) {
      prose.removeLast();
    }
    if (!prose.isEmpty()) {
      blocks.add(new Block.Prose(prose));
    }
    prose.clear();
  }

  private static Sample sample(String info, String text) {
    List<String> words = List.of(info.strip().split(" +", -1));
    if (words.size() < 2) {
      throw new IllegalArgumentException("a sample says its language and side: " + info);
    }
    List<String> attributes = words.stream().skip(2).filter(w -> w.contains("=")).toList();
    String file =
        words.stream()
            .skip(2)
            .filter(w -> !w.contains("="))
            .findFirst()
            .orElseGet(() -> defaultFile(words.getFirst()));
    Sample.ExampleKind side = Sample.ExampleKind.valueOf(words.get(1).toUpperCase(Locale.ROOT));
    return new Sample(words.getFirst(), side, file, attributes, text);
  }

  private static String defaultFile(String language) {
    return switch (language) {
      case "zone" -> "shop.zone";
      case "yaml" -> "k8s/shop.yaml";
      case "text" -> "logs/shop.txt";
      case "console" -> "";
      default -> throw new IllegalArgumentException("unknown language of a sample: " + language);
    };
  }
}
