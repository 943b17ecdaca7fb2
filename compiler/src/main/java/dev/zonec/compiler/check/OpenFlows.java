package dev.zonec.compiler.check;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyUse;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rejects flows to or from address blocks that contain every address or addresses of the cluster.
 */
final class OpenFlows {
  /** The addresses at which cloud providers serve credentials. */
  private static final List<IpAddress> METADATA =
      List.of(IpAddress.of("169.254.169.254"), IpAddress.of("fd00:ec2::254"));

  private final Map<String, Party.Addresses> effective = new HashMap<>();
  private final Cluster cluster;
  private final Problems problems;

  private OpenFlows(LoweredProgram lowered, Problems problems) {
    ZoneProgram program = lowered.program();
    this.cluster = program.cluster();
    this.problems = problems;
    for (Party.Outside external : program.externals()) {
      if (external instanceof Party.Addresses addresses) {
        effective.put(addresses.name(), addresses);
      }
    }
    for (LoweredProgram.Part part : lowered.parts()) {
      if (part.party() instanceof Party.Addresses addresses) {
        effective.put(addresses.name(), addresses);
      }
    }
  }

  static void check(ResolvedProgram resolved, LoweredProgram lowered, Problems problems) {
    OpenFlows check = new OpenFlows(lowered, problems);
    for (FlowDeclaration flow : resolved.flows()) {
      flow.uses().forEach(check::checkUse);
    }
  }

  private void checkUse(PartyUse use) {
    // If an exception has no effect, the party is the whole base.
    boolean part = effective.containsKey(use.party().name());
    Party.Addresses party = effective.get(part ? use.party().name() : use.party().whole().name());
    if (party == null || !(use.party().whole() instanceof PartyDeclaration.Addresses declared)) {
      return;
    }
    boolean whole = !part || use.party() instanceof PartyDeclaration.Addresses;
    if (!declared.open() && opensEverything(whole ? declared.blocks() : party.blocks())) {
      problems.add(
          Diagnostic.error(Code.ZC0307, use.span(), "`" + party.name() + "` contains every address")
              .labelled("this includes the cluster and the metadata service of cloud providers")
              .help(
                  "for public addresses use the built-in `internet`, or list the blocks that the"
                      + " flow needs")
              .help(
                  "if every address is intended, declare it: `external "
                      + party.name()
                      + " open { … }`"));
    } else if (party.blocks().isEmpty() && !declared.blocks().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0305,
                  use.span(),
                  "all addresses of `" + party.name() + "` belong to the cluster")
              .labelled("no address remains after those of pods and Services are left out")
              .note(
                  "policies apply to the pods behind a Service and their ports, not to its address")
              .help(
                  "select the pods instead: `zone NAME { namespace …  pods … }` or `external NAME {"
                      + " namespace …  pods … }`; for the cluster's DNS use the built-in `dns`"));
    } else {
      party.blocks().stream()
          .filter(this::mayHoldPods)
          .findFirst()
          .ifPresent(block -> problems.add(mayHoldPods(use, block)));
    }
  }

  private static boolean opensEverything(List<IpBlock> blocks) {
    for (IpAddress metadata : METADATA) {
      Family family = metadata.family();
      boolean all = AddressSet.of(family, blocks).equals(AddressSet.all(family));
      boolean wide = blocks.stream().anyMatch(b -> b.cidr().prefix() == 0 && b.contains(metadata));
      if (all || wide) {
        return true;
      }
    }
    return false;
  }

  private boolean mayHoldPods(IpBlock block) {
    Family family = block.cidr().family();
    return AddressSet.of(family, List.of(block)).overlaps(cluster.podAddresses(family));
  }

  private Diagnostic mayHoldPods(PartyUse use, IpBlock block) {
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0305,
                use.span(),
                "`"
                    + use.party().name()
                    + "` may contain addresses of pods: `"
                    + block.cidr()
                    + "`")
            .labelled("a flow to these addresses could reach pods");
    return cluster.podsDeclared()
        ? problem.help("leave out the addresses of the pods with `except`")
        : problem.help(
            "declare the addresses of the pods, and they are left out: `cluster { pods"
                + " 10.244.0.0/16 }`");
  }
}
