package dev.zonec.compiler;

import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.variant.Variant;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program for one combination of parameter values.
 *
 * @param choices the values of the {@code enum} parameters that the program depends on, by name
 * @param standard whether the variant applies if the user gives no further values: each value is
 *     given, or the default, or belongs to a parameter without a default
 * @param owner the owner of the policies
 * @param lowered the model
 * @param services the services by name, including imported ones and the prelude's; for queries
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

  /** Returns the model. */
  public ZoneProgram program() {
    return lowered.program();
  }

  /** Returns the program with the flows of {@code statement} only, and without patterns. */
  public LoadedVariant withFlowsAt(Span statement) {
    return new LoadedVariant(choices, standard, owner, lowered.withFlowsAt(statement), services);
  }

  /** Returns the imported zones and externals that the program does not name; for queries. */
  public List<Party.Outside> unused() {
    return lowered.unused();
  }

  /** Returns the choices as text, such as {@code env=dev, region=eu}; empty without choices. */
  public String label() {
    return Variant.label(choices);
  }
}
