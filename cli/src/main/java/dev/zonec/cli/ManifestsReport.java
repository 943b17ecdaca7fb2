package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Optional;

/** Prints which manifests a command has read. */
record ManifestsReport(Console console, ConsoleOptions options) {
  /** Prints warnings about accepted gaps, and the numbers of objects if they matter. */
  void read(ReadManifests read) {
    console.report(read.accepted());
    if (!options.quiet()) {
      console.report(read.podWarnings());
    }
    boolean missing = !read.gaps().isEmpty() || !read.accepted().isEmpty();
    if (options.verbose() || (missing && !options.quiet())) {
      console.status(read.summary().line(options.verbose() || options.all()));
    } else if (!options.quiet()) {
      read.summary().others().ifPresent(console::status);
    }
  }

  /**
   * Prints the warnings about policies, or their number. They do not affect the exit code. Returns
   * the warnings that the user asked for.
   */
  List<Diagnostic> policies(
      ReadManifests read, Cluster cluster, PolicyLintOptions lint, TimeLimit limit) {
    if (options.quiet() && !lint.wanted()) {
      return List.of();
    }
    List<Diagnostic> warnings = warnings(read, cluster, limit);
    if (lint.wanted()) {
      console.report(warnings);
      return warnings;
    }
    if (!warnings.isEmpty()) {
      String count = warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings";
      console.status(count + " about policies; --lint shows them");
    }
    return List.of();
  }

  /** The warnings about policies. If there is no time for them, prints that they are missing. */
  List<Diagnostic> warnings(ReadManifests read, Cluster cluster, TimeLimit limit) {
    Optional<List<Diagnostic>> warnings = limit.ifTimeIsLeft(() -> read.policyWarnings(cluster));
    if (warnings.isEmpty()) {
      console.status("the time ran out before the policies were checked for probable mistakes");
    }
    return warnings.orElse(List.of());
  }
}
