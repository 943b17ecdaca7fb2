package dev.zonec.response.edge;

import dev.zonec.response.block.Blocked;
import java.util.List;

/**
 * Rules for a firewall.
 *
 * @param kind the kind of firewall
 * @param rules the lines of a file for nftables, or else commands
 * @param undo the commands that remove the rules
 * @param notes what to fill in, and what the firewall cannot do
 */
public record EdgeRules(EdgeKind kind, List<String> rules, List<String> undo, List<String> notes) {
  /** Copies the lists. */
  public EdgeRules {
    rules = List.copyOf(rules);
    undo = List.copyOf(undo);
    notes = List.copyOf(notes);
  }

  /**
   * Returns the rules that block the same.
   *
   * @param id a part of the names of the rules: lower-case letters, digits and {@code -}
   */
  public static EdgeRules of(EdgeKind kind, Blocked blocked, String id) {
    return switch (kind) {
      case NFT -> new Nftables(blocked, id).rules();
      case IPTABLES -> new Iptables(blocked, id).rules();
      case AWS -> new Aws(blocked).rules();
      case GCP -> new GoogleCloud(blocked, id).rules();
      case AZURE -> new Azure(blocked, id).rules();
    };
  }

  /** Returns the name of the file of the rules. */
  public String file() {
    return kind.file();
  }

  /** Returns the file: notes as comments, the rules, and the commands that remove them. */
  public String text() {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> text.append("# ").append(note).append('\n'));
    rules.forEach(line -> text.append(line).append('\n'));
    text.append("# To undo:\n");
    undo.forEach(line -> text.append("#   ").append(line).append('\n'));
    return text.toString();
  }
}
