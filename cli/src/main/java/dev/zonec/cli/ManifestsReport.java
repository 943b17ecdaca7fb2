package dev.zonec.cli;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.List;

/** Prints what a command has read. */
record ManifestsReport(Console console, OutputOptions options) {
  /** Prints the objects that the user accepts as left out, and the numbers where they matter. */
  void read(ReadManifests read) {
    console.report(read.accepted());
    if (!options.quiet()) {
      console.report(read.elsewhere());
    }
    boolean missing = !read.gaps().isEmpty() || !read.accepted().isEmpty();
    if (options.verbose() || (missing && !options.quiet())) {
      console.remark(read.summary().line(options.verbose() || options.all()));
    } else if (!options.quiet()) {
      read.summary().others().ifPresent(console::remark);
    }
  }

  /** Prints the warnings about policies, or their number. They change no exit code. */
  void policies(ReadManifests read, Cluster cluster, PolicyLintOptions lint) {
    if (options.quiet() && !lint.wanted()) {
      return;
    }
    List<Diagnostic> warnings = read.policyWarnings(cluster);
    if (lint.wanted()) {
      console.report(warnings);
    } else if (!warnings.isEmpty()) {
      String count = warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings";
      console.remark(count + " about policies; --lint shows them");
    }
  }
}
