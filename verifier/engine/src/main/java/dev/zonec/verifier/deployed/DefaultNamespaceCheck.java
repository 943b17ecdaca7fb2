package dev.zonec.verifier.deployed;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Warns if objects without a namespace count as in {@code default} and the program has no zone
 * there.
 */
public final class DefaultNamespaceCheck {
  private DefaultNamespaceCheck() {}

  /**
   * Returns the warning; empty if every object names its namespace or a zone can contain pods of
   * {@code default}.
   *
   * @param unnamed the objects that name no namespace
   */
  public static Optional<Diagnostic> warning(ZoneProgram program, List<Span> unnamed) {
    Namespace standard = Namespace.undeclared(WorldReader.DEFAULT_NAMESPACE);
    boolean governed =
        program.zones().stream().anyMatch(zone -> ZoneNamespaces.mayContain(zone, standard));
    if (unnamed.isEmpty() || program.zones().isEmpty() || governed) {
      return Optional.empty();
    }
    SortedSet<String> names = new TreeSet<>();
    for (Party.Zone zone : program.zones()) {
      names.addAll(ZoneNamespaces.named(zone));
    }
    String example = names.size() == 1 ? names.first() : "NS";
    return Optional.of(
        Diagnostic.warning(
                Code.ZC0537,
                unnamed.getFirst(),
                (unnamed.size() == 1 ? "1 object names" : unnamed.size() + " objects name")
                    + " no namespace and "
                    + (unnamed.size() == 1 ? "counts" : "count")
                    + " as in `default`, which has no zone")
            .help(
                "if they are applied with `kubectl apply -n "
                    + example
                    + "`, give `--default-namespace "
                    + example
                    + "`"));
  }
}
