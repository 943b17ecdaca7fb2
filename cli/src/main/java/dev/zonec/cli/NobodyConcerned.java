package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deployed.DeployedZones;
import dev.zonec.verifier.deployed.LandInDefault;
import dev.zonec.verifier.world.WorldReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Warnings about zones that none of the manifests' pods is in. */
final class NobodyConcerned {
  private NobodyConcerned() {}

  static DeployedZones zones(ZoneProgram program, ReadManifests read) {
    return DeployedZones.of(program, read.world(), read.hidden(), read.coverage());
  }

  /** Each once, whatever the number of variants. */
  static List<Diagnostic> warnings(List<ZoneProgram> variants, ReadManifests read) {
    Map<String, Diagnostic> warnings = new LinkedHashMap<>();
    for (ZoneProgram program : variants) {
      LandInDefault.warning(program, read.unnamed())
          .ifPresent(warning -> warnings.putIfAbsent("", warning));
    }
    Optional<String> explained =
        warnings.isEmpty() ? Optional.empty() : Optional.of(WorldReader.DEFAULT_NAMESPACE);
    for (ZoneProgram program : variants) {
      for (Diagnostic warning : zones(program, read).warnings(explained)) {
        warnings.putIfAbsent(warning.place() + warning.message(), warning);
      }
    }
    return List.copyOf(warnings.values());
  }
}
