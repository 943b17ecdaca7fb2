package dev.zonec.flows.threat;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Threat lists that were read. */
public final class ThreatLists {
  /** No lists. */
  public static final ThreatLists NONE = new ThreatLists(List.of());

  private final BlockTable listed = new BlockTable();
  private final BlockTable harmless = new BlockTable();
  private final List<Diagnostic> problems = new ArrayList<>();

  private ThreatLists(List<InputPath> files) {
    for (InputPath file : files) {
      new ThreatListReader(file.name(), listed, harmless, problems).read(file);
    }
  }

  /** Reads lists. */
  public static ThreatLists read(List<InputPath> files) {
    return files.isEmpty() ? NONE : new ThreatLists(files);
  }

  /** Returns the number of entries that are used. */
  public int size() {
    return listed.size();
  }

  /** Returns an error for each list that cannot be read, and warnings about unused entries. */
  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /**
   * Returns the entry that lists an address.
   *
   * @param at the time of the flow, in milliseconds since 1970; -1 if unknown
   */
  public Optional<ThreatEntry> find(IpAddress address, long at) {
    return listed.size() == 0 || harmless.find(address, at).isPresent()
        ? Optional.empty()
        : listed.find(address, at);
  }
}
