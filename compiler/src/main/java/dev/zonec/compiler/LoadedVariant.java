package dev.zonec.compiler;

import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.variant.Variant;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program with one choice of values for its parameters.
 *
 * @param choices the values of the {@code enum} parameters that it depends on, by name
 * @param standard whether they are those that hold where the user gives none: each is given, the
 *     default, or of a parameter without one
 * @param owner whose its policies are
 * @param lowered what it means
 * @param services its services by name, the prelude's and imported ones included; for queries
 */
public record LoadedVariant(
    SortedMap<String, String> choices,
    boolean standard,
    Owner owner,
    LoweredProgram lowered,
    SortedMap<String, Service> services) {
  /** Copies the collections. */
  public LoadedVariant {
    choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /** What it means. */
  public ZoneProgram program() {
    return lowered.program();
  }

  /** Zones and externals that it imports and does not name; for queries. */
  public List<Party.Outside> unused() {
    return lowered.unused();
  }

  /** The choices as text, such as {@code env=dev, region=eu}; empty where there are none. */
  public String label() {
    return Variant.label(choices);
  }
}
