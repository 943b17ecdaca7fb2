package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.ForeachDeclaration;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Separates the flows and assertions of a {@code foreach} that apply within one namespace (flows
 * between two of its zones, and assertions that name one) from those that apply to all namespaces
 * together.
 */
final class PatternLowering {
  private final ResolvedProgram program;
  private final LoweredParties parties;
  private final Map<String, ForeachDeclaration> byZone = new HashMap<>();
  private final Map<ForeachDeclaration, List<Flow>> flows = new HashMap<>();
  private final Map<ForeachDeclaration, List<Assertion>> claims = new HashMap<>();

  PatternLowering(ResolvedProgram program, LoweredParties parties) {
    this.program = program;
    this.parties = parties;
    for (ForeachDeclaration block : program.blocks()) {
      block.zones().forEach(zone -> byZone.putIfAbsent(zone, block));
      block.zones().forEach(zone -> byZone.putIfAbsent(Pattern.OTHER + zone, block));
    }
  }

  /** Returns the flows that are not between two zones of one block. */
  List<Flow> flowsOutside(List<Flow> some) {
    List<Flow> others = new ArrayList<>();
    for (Flow flow : some) {
      Optional<ForeachDeclaration> from = blockOf(flow.from());
      if (from.isPresent() && from.equals(blockOf(flow.to()))) {
        flows.computeIfAbsent(from.get(), block -> new ArrayList<>()).add(flow);
      } else {
        others.add(flow);
      }
    }
    return others;
  }

  /** Returns the assertions that name no zone of a block. */
  List<Assertion> claimsOutside(List<Assertion> some) {
    List<Assertion> others = new ArrayList<>();
    for (Assertion claim : some) {
      Optional<ForeachDeclaration> block =
          claim.parties().stream().flatMap(party -> blockOf(party).stream()).findFirst();
      block.ifPresentOrElse(
          found -> claims.computeIfAbsent(found, b -> new ArrayList<>()).add(claim),
          () -> others.add(claim));
    }
    return others;
  }

  /** Returns the patterns. All flows and assertions must have been separated before. */
  List<Pattern> patterns(List<LoweredProgram.Part> parts) {
    return program.blocks().stream().map(block -> pattern(block, parts)).toList();
  }

  private Pattern pattern(ForeachDeclaration block, List<LoweredProgram.Part> parts) {
    List<Party.Zone> zones = new ArrayList<>();
    program.zones().stream()
        .filter(block::has)
        .forEach(zone -> zones.add((Party.Zone) parties.of(zone)));
    for (LoweredProgram.Part part : parts) {
      if (block.has(part.declaration()) && part.party() instanceof Party.Zone zone) {
        zones.add(zone);
      }
    }
    return new Pattern(
        block.namespaces(),
        zones,
        flows.getOrDefault(block, List.of()),
        claims.getOrDefault(block, List.of()),
        block.span());
  }

  private Optional<ForeachDeclaration> blockOf(Party party) {
    if (!(party instanceof Party.Zone)) {
      return Optional.empty();
    }
    ForeachDeclaration block = byZone.get(party.name());
    return block == null ? ofPart(party) : Optional.of(block);
  }

  private Optional<ForeachDeclaration> ofPart(Party party) {
    return parties.parts().stream()
        .filter(part -> part.party().name().equals(party.name()))
        .flatMap(part -> program.blocks().stream().filter(b -> b.has(part.declaration())))
        .findFirst();
  }
}
