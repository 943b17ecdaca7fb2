package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;

/** Resolves externals. */
final class ExternalResolution {
  private final Problems problems;
  private final AddressResolution addresses;
  private final PodLineResolution pods;

  ExternalResolution(Problems problems) {
    this.problems = problems;
    this.addresses = new AddressResolution(problems);
    this.pods = new PodLineResolution(problems);
  }

  PartyDeclaration resolve(Statement.External external) {
    String name = external.name().text();
    Span span = external.name().span();
    boolean both = !external.addresses().isEmpty() && !external.pods().isEmpty();
    boolean neither = external.addresses().isEmpty() && external.pods().isEmpty();
    if (both || neither) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0211,
                  span,
                  "the external `"
                      + name
                      + "` has "
                      + (both ? "" : "neither ")
                      + "addresses "
                      + (both ? "and pods" : "nor pods"))
              .help(
                  both
                      ? "declare two externals, one with `cidr` lines and one with `pods` lines"
                      : "add a `cidr` line, or `namespace` and `pods` lines"));
    }
    if (external.open() && external.addresses().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0211, span, "the external `" + name + "` is open and has no addresses")
              .help("remove `open`: it is for externals with addresses only"));
    }
    List<IpBlock> blocks = new ArrayList<>();
    external.addresses().forEach(line -> blocks.addAll(addresses.line(line)));
    PodLines lines = pods.resolve(external.pods());
    return external.pods().isEmpty()
        ? new PartyDeclaration.Addresses(name, blocks, external.relay(), external.open(), span)
        : new PartyDeclaration.ForeignPods(name, lines, external.relay(), span);
  }
}
