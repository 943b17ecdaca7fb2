package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.response.quarantine.Means;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The kinds of policies of a change. */
@OptionGroup(Subject.COMMAND)
final class MeansOption {
  enum With {
    NP(Means.NETWORK_POLICY),
    CNP(Means.CLUSTER_NETWORK_POLICY),
    ANP(Means.ADMIN_NETWORK_POLICY),
    CILIUM(Means.CILIUM),
    CALICO(Means.CALICO);

    private final Means means;

    With(Means means) {
      this.means = means;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--with",
      paramLabel = "KIND",
      description =
          "np: NetworkPolicies only; cnp: also a ClusterNetworkPolicy; anp: also an"
              + " AdminNetworkPolicy; cilium, calico: also a policy of this plugin (default: the"
              + " kind that is in use)")
  private @Nullable With with;

  Means means() {
    return with == null ? Means.IN_USE : with.means;
  }
}
