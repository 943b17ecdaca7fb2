package dev.zonec.compiler.check;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyUse;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import java.util.Optional;

/**
 * Warns about a single address in a range that clusters usually use for Services, if {@code
 * cluster} does not declare the range. Policies never see the address of a Service.
 */
final class ServiceAddresses {
  /** The default ranges of kubeadm, k3s, EKS and OpenShift. */
  private static final List<Cidr> DEFAULT_RANGES =
      List.of(
          Cidr.of("10.96.0.0/12"),
          Cidr.of("10.43.0.0/16"),
          Cidr.of("172.20.0.0/16"),
          Cidr.of("172.30.0.0/16"));

  private ServiceAddresses() {}

  static void check(ResolvedProgram program, Problems problems) {
    if (!program.cluster().services().isEmpty()) {
      return;
    }
    for (FlowDeclaration flow : program.flows()) {
      flow.uses().forEach(use -> suspect(use).ifPresent(problems::add));
    }
  }

  private static Optional<Diagnostic> suspect(PartyUse use) {
    if (!(use.party().whole() instanceof PartyDeclaration.Addresses addresses)) {
      return Optional.empty();
    }
    return addresses.blocks().stream()
        .map(IpBlock::cidr)
        .filter(block -> block.prefix() == block.family().bits())
        .filter(block -> !isEndOfCluster(addresses) || isFirst(block))
        .flatMap(
            block ->
                DEFAULT_RANGES.stream()
                    .filter(range -> range.contains(block))
                    .map(u -> warn(use, block, u)))
        .findFirst();
  }

  private static boolean isEndOfCluster(PartyDeclaration party) {
    return party.name().equals("apiserver") || party.name().equals("nodes");
  }

  /**
   * Whether the address is the first one of the range, which belongs to the Service of the API
   * server.
   */
  private static boolean isFirst(Cidr block) {
    return block.address().value().intValue() << 24 == 1 << 24;
  }

  private static Diagnostic warn(PartyUse use, Cidr block, Cidr range) {
    Diagnostic warning =
        Diagnostic.warning(
                Code.ZC0240,
                use.span(),
                "`" + block.address() + "` looks like the address of a Service")
            .labelled("policies apply to the pods behind a Service, not to its address");
    if (isEndOfCluster(use.party().whole())) {
      return warning.help(
          "declare the API server's own: `kubectl get endpoints kubernetes -n default` shows it");
    }
    if (isFirst(block)) {
      warning =
          warning.help(
              "if it is the Service `default/kubernetes`, write `apiserver`, which is built in");
    }
    return warning
        .help("for the cluster's DNS, use the built-in `dns`")
        .help("for another Service, select its pods: `external NAME { namespace …  pods … }`")
        .help(
            "if it is not a Service, declare the Services: `cluster { services "
                + range
                + " }` with the range of the cluster");
  }
}
