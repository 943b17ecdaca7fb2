package dev.zonec.application.access;

import dev.zonec.access.escalation.AccessAnalysis;
import dev.zonec.access.escalation.Carrier;
import dev.zonec.access.escalation.SubjectPowers;
import dev.zonec.application.input.LoadedManifests;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessReader;
import dev.zonec.kubernetes.access.AccessReading;
import dev.zonec.kubernetes.access.DefaultRoles;
import dev.zonec.kubernetes.access.Subject;
import dev.zonec.kubernetes.world.Holdings;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access of the subjects and workloads of manifests or a cluster. To read it from a cluster,
 * load the manifests with {@link dev.zonec.kubernetes.live.ReadExtent#WITH_ACCESS}.
 *
 * @param analysis the powers of each subject
 * @param read the workloads
 * @param accounts the declared service accounts, and whether their pods receive a token
 * @param problems the roles and bindings that could not be read
 */
public record ClusterAccess(
    AccessAnalysis analysis,
    ReadManifests read,
    Map<Subject.ServiceAccount, Boolean> accounts,
    List<Diagnostic> problems) {
  /** Copies the collections. */
  public ClusterAccess {
    accounts = Map.copyOf(accounts);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the access.
   *
   * @param read the world of {@code loaded}
   */
  public static ClusterAccess of(LoadedManifests loaded, ReadManifests read) {
    AccessReading reading =
        AccessReader.read(loaded.manifests().access(), loaded.defaultNamespace());
    AccessObjects objects = reading.objects().withDefaults(DefaultRoles.read());
    Map<Subject.ServiceAccount, Boolean> accounts = objects.accounts();
    List<Carrier> carriers = new ArrayList<>();
    for (Workload workload : read.world().workloads()) {
      carriers.add(carrier(workload, read, accounts));
    }
    return new ClusterAccess(
        AccessAnalysis.of(objects, carriers), read, accounts, reading.problems());
  }

  private static Carrier carrier(
      Workload workload, ReadManifests read, Map<Subject.ServiceAccount, Boolean> accounts) {
    Holdings holdings = read.inventory().holdings(workload);
    Subject.ServiceAccount account =
        new Subject.ServiceAccount(workload.namespace(), holdings.serviceAccount());
    return new Carrier(
        account,
        workload.namespace() + "/" + workload.whole() + " (" + workload.kind() + ")",
        holdings.token().orElse(accounts.getOrDefault(account, true)));
  }

  /**
   * Returns the powers of a workload's service account; empty if its pods receive no token of it.
   * An attacker who has taken over a pod has these powers.
   */
  public Optional<SubjectPowers> powers(Workload workload) {
    Carrier carrier = carrier(workload, read, accounts);
    return carrier.token() ? Optional.of(analysis.powers(carrier.account())) : Optional.empty();
  }
}
