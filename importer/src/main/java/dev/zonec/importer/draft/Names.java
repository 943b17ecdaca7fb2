package dev.zonec.importer.draft;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that are all different and that the language takes. */
final class Names {
  private static final int LONGEST = 48;

  /** What is built in and would be hidden. */
  private static final Set<String> BUILT_IN =
      Set.of("any", "any-pod", "dns", "internet", "metadata", "nodelocaldns");

  private final Set<String> given = new HashSet<>(BUILT_IN);

  /** The first of {@code proposals} that is still free, or the last with a number. */
  String give(List<String> proposals) {
    String name = "";
    for (String proposal : proposals) {
      name = wellFormed(proposal);
      if (given.add(name)) {
        return name;
      }
    }
    int number = 2;
    while (!given.add(name + "-" + number)) {
      number++;
    }
    return name + "-" + number;
  }

  private static String wellFormed(String proposal) {
    String name = proposal.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+", "");
    if (name.length() > LONGEST) {
      name = name.substring(0, LONGEST);
    }
    name = name.replaceAll("[-_]+$", "").replaceAll("^_+", "");
    if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
      name = name.isEmpty() ? "pods" : "z" + name;
    }
    return isName(name) ? name : name + "-pods";
  }

  /** Words that begin statements are no names; the grammar knows which. */
  private static boolean isName(String name) {
    return ZoneParsing.source(new SourceText("name", "zone " + name + " {}"))
        instanceof Parsed.Tree;
  }
}
