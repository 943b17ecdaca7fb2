package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.world.AddressSighting;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Warns about addresses of a world that are outside of the ranges that a program declares or
 * assumes.
 */
public final class AddressText {
  private final Cluster declared;
  private final ClusterAddresses addresses;

  private AddressText(World world, Cluster declared) {
    this.declared = declared;
    this.addresses = new ClusterAddresses(world, declared);
  }

  /**
   * Returns one warning for the addresses of pods, one for nodes and one for Services, if any are
   * outside.
   */
  public static List<Diagnostic> of(World world, Cluster declared) {
    AddressText text = new AddressText(world, declared);
    List<Diagnostic> found = new ArrayList<>();
    for (Of of : Of.values()) {
      boolean counts =
          of != Of.NODE || !declared.nodes().isEmpty() || !world.clusterPolicies().isEmpty();
      List<AddressSighting> outside = text.addresses.outside(of);
      if (counts && !outside.isEmpty()) {
        found.add(text.outside(of, outside));
      }
    }
    return found;
  }

  private Diagnostic outside(Of of, List<AddressSighting> outside) {
    AddressSighting first = outside.getFirst();
    String what =
        switch (of) {
          case POD -> "pods";
          case NODE -> "nodes";
          case SERVICE -> "services";
        };
    List<Cidr> ranges =
        switch (of) {
          case POD -> declared.pods();
          case NODE -> declared.nodes();
          case SERVICE -> declared.services();
        };
    String written =
        "cluster { " + what + " " + ranges.stream().map(Cidr::toString).collect(joined()) + " }";
    String assumed =
        ranges.isEmpty() ? what + " are assumed to have private addresses" : "`" + written + "`";
    Diagnostic diagnostic =
        Diagnostic.warning(
            of == Of.POD ? Code.ZC0533 : Code.ZC0534,
            first.span(),
            first.owner()
                + " "
                + observation(first)
                + (ranges.isEmpty() ? ", but " : ", outside of ")
                + assumed);
    List<String> others = outside.stream().map(AddressSighting::owner).distinct().skip(1).toList();
    if (!others.isEmpty()) {
      String more = others.size() > 1 ? " and " + (others.size() - 1) + " more" : "";
      diagnostic = diagnostic.note("the same applies to " + others.getFirst() + more);
    }
    if (of == Of.POD) {
      diagnostic = diagnostic.note("claims that need every pod in that range are inconclusive");
    }
    return diagnostic.help(help(first, what, ranges, written));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static boolean isAddress(AddressSighting sighting) {
    return sighting.block().prefix() == sighting.block().family().bits();
  }

  private static String observation(AddressSighting sighting) {
    return switch (sighting.shown()) {
      case OWN -> "has the address " + sighting.block().address();
      case NODE_OF -> "is on a node with the address " + sighting.block().address();
      case LISTED -> "lists a pod at " + sighting.block().address();
      case RANGE -> {
        String owners = sighting.of() == Of.SERVICE ? "Services" : "its pods";
        yield "gives " + owners + " addresses of " + sighting.block();
      }
    };
  }

  private static String help(
      AddressSighting first, String what, List<Cidr> ranges, String written) {
    String range =
        isAddress(first)
            ? "the range that " + first.block().address() + " is taken from"
            : first.block().toString();
    return ranges.isEmpty()
        ? "declare " + range + ": `cluster { " + what + " … }`"
        : "add " + range + " to `" + written + "`";
  }
}
