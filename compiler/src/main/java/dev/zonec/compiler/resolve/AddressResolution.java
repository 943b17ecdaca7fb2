package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarAddresses;
import dev.zonec.compiler.familiar.FamiliarEnds;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves address blocks. */
public final class AddressResolution {
  /**
   * The API server reads these addresses as IPv4, and then finds them outside of every IPv6 block.
   */
  private static final Cidr MAPPED = Cidr.of("::ffff:0:0/96");

  private final Problems problems;

  /**
   * @param problems collects malformed blocks
   */
  public AddressResolution(Problems problems) {
    this.problems = problems;
  }

  /** Parses blocks, and reports malformed ones. */
  public List<Cidr> blocks(List<Word> words) {
    return words.stream().map(this::block).flatMap(Optional::stream).toList();
  }

  /**
   * Returns the addresses of a {@code cidr} clause: the addresses of its blocks without its
   * exceptions.
   */
  List<IpBlock> line(Statement.AddressClause clause) {
    List<Cidr> blocks = blocks(clause.blocks());
    List<Cidr> exceptions = new ArrayList<>();
    for (Word word : clause.exceptions()) {
      Optional<Cidr> exception = block(word);
      exception.ifPresent(exceptions::add);
      // A malformed block has been reported already, and might contain the exception.
      if (exception.isPresent() && blocks.size() == clause.blocks().size()) {
        checkInside(exception.get(), word, blocks);
      }
    }
    return BlockDifference.of(
        blocks.stream().map(block -> new IpBlock(block, List.of())).toList(), exceptions);
  }

  private void checkInside(Cidr exception, Word word, List<Cidr> blocks) {
    if (blocks.stream().anyMatch(b -> b.contains(exception) && !b.equals(exception))) {
      return;
    }
    String message =
        blocks.contains(exception)
            ? "the exception `" + word + "` excludes a whole block"
            : "the exception `" + word + "` is not in any block of its line";
    problems.add(
        Diagnostic.error(Code.ZC0304, word.span(), message)
            .help("write a smaller block that lies in one of the blocks before `except`"));
  }

  private Optional<Cidr> block(Word word) {
    String text = word.text();
    Optional<Cidr> block = Cidr.parse(text);
    if (block.isEmpty()) {
      problems.add(malformed(word));
    } else if (MAPPED.contains(block.get())) {
      problems.add(
          Diagnostic.error(Code.ZC0303, word.span(), "`" + text + "` is IPv4 written as IPv6")
              .help("write the IPv4 block: clusters reject the IPv6 form"));
    } else if (!block.get().toString().equals(text)) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0308, word.span(), "the address block `" + text + "` is not canonical")
              .help("write `" + block.get() + "`", word.span(), block.get().toString()));
    }
    return block;
  }

  /**
   * Returns the error for a host name. Policies select addresses, but a name can stand for other
   * addresses at any time.
   */
  static Diagnostic hostName(String text, Span span) {
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0310, span, "NetworkPolicies do not support host names: `" + text + "`");
    for (String help : FamiliarAddresses.aboutHosts(text)) {
      problem = problem.help(help);
    }
    return problem;
  }

  private static String form(String text) {
    if (text.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      return "write an address block, such as `10.0.0.0/8`, or the value of a parameter: `${"
          + text
          + "}`";
    }
    return "write an address and a prefix length, such as `"
        + (text.contains(":") ? "2001:db8::/32" : "10.0.0.0/8")
        + "`";
  }

  private static Diagnostic malformed(Word word) {
    if (FamiliarAddresses.isHostName(word.text())) {
      return hostName(word.text(), word.span());
    }
    Diagnostic problem =
        Diagnostic.error(Code.ZC0303, word.span(), "`" + word + "` is not an address block");
    if (FamiliarEnds.isEveryone(word.text())) {
      return problem
          .help("for public addresses use the built-in `internet` in the flow")
          .help("for every address write `cidr 0.0.0.0/0, ::/0` in an `external NAME open { … }`");
    }
    Optional<String> meant = FamiliarAddresses.blocks(word.text());
    if (meant.isPresent()) {
      return problem.help("write `" + meant.get() + "`");
    }
    return IpAddress.parse(word.text())
        .map(
            address ->
                problem.help(
                    "for this single address write `"
                        + address
                        + "/"
                        + address.family().bits()
                        + "`"))
        .orElseGet(() -> problem.help(form(word.text())));
  }
}
