package dev.zonec.application.verify;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deployed.DefaultNamespaceCheck;
import dev.zonec.verifier.deployed.DeployedZones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds zones without pods, if the manifests contain workloads. */
public final class EmptyZones {
  private EmptyZones() {}

  /** Examines the zones of {@code program}. */
  public static DeployedZones of(ZoneProgram program, ReadManifests read) {
    return DeployedZones.of(program, read.world(), read.hidden(), read.coverage());
  }

  /** Returns a warning for each zone without pods. Zones of several variants are reported once. */
  public static List<Diagnostic> warnings(List<ZoneProgram> variants, ReadManifests read) {
    Map<String, Diagnostic> warnings = new LinkedHashMap<>();
    for (ZoneProgram program : variants) {
      DefaultNamespaceCheck.warning(program, read.unnamed())
          .ifPresent(warning -> warnings.putIfAbsent("", warning));
    }
    Optional<String> explained =
        warnings.isEmpty() ? Optional.empty() : Optional.of(WorldReader.DEFAULT_NAMESPACE);
    for (ZoneProgram program : variants) {
      for (Diagnostic warning : of(program, read).warnings(explained)) {
        warnings.putIfAbsent(warning.place() + warning.message(), warning);
      }
    }
    return List.copyOf(warnings.values());
  }
}
