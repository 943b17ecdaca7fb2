package dev.zonec.importer.draft;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives out unique names that are valid in the language. */
final class Names {
  private static final int LONGEST = 48;

  /** The names of the prelude, which a declaration would hide. */
  private static final Set<String> BUILT_IN =
      Set.of("any", "any-pod", "dns", "internet", "metadata", "nodelocaldns");

  private final Set<String> given = new HashSet<>(BUILT_IN);

  /** Gives out the first free name of {@code proposals}, or the last one with a number appended. */
  String assign(List<String> proposals) {
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

  /** Whether the grammar accepts the name; words that begin statements are not names. */
  private static boolean isName(String name) {
    return ZoneParsing.source(new SourceText("name", "zone " + name + " {}"))
        instanceof Parsed.Tree;
  }
}
