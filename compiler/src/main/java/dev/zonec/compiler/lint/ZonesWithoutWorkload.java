package dev.zonec.compiler.lint;

import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds zones without a workload in the manifests. Usually a label is misspelled. */
final class ZonesWithoutWorkload implements Check.OfDeployment {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1004);
  }

  @Override
  public void run(LintSubject subject, Deployed.Known deployed, Consumer<Finding> findings) {
    if (deployed.workloads().isEmpty()) {
      return;
    }
    Set<String> unfilled = new HashSet<>();
    for (ZoneSelection zone : subject.lowered().zones()) {
      String name = zone.zone().name();
      if (deployed.workloads().stream().anyMatch(w -> zone.zone().contains(w.pod()))) {
        continue;
      }
      unfilled.add(name);
      // A zone nested in an empty zone is empty too. Only the outer zone is reported.
      boolean said =
          zone.declaration().nesting() instanceof Nesting.Inside(var parent)
              && unfilled.contains(parent.name());
      if (!said) {
        findings.accept(
            Finding.of(
                Diagnostic.warning(
                        Code.ZC1004,
                        zone.zone().span(),
                        "no workload of the manifests is in zone `" + name + "`")
                    .help(
                        deployed
                            .meant()
                            .help(subject.lowered().program(), zone.zone())
                            .orElse("compare its selectors with the labels of the pods"))));
      }
    }
  }
}
