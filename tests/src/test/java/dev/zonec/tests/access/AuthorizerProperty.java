package dev.zonec.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.access.authorizer.AccessRequest;
import dev.zonec.access.authorizer.Authorizer;
import dev.zonec.access.authorizer.Identity;
import dev.zonec.access.escalation.AccessAnalysis;
import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.power.Ask;
import dev.zonec.access.power.Power;
import dev.zonec.access.power.Right;
import dev.zonec.access.power.Scope;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.access.AccessObjects;
import dev.zonec.kubernetes.access.AccessReader;
import dev.zonec.kubernetes.access.AccessReading;
import dev.zonec.kubernetes.access.Subject;
import dev.zonec.kubernetes.manifest.ManifestReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The authorizer and the powers of subjects agree with a second, slower authorizer. */
final class AuthorizerProperty {
  private static AccessObjects read(String text) {
    AccessReading reading =
        AccessReader.read(
            ManifestReader.read(List.of(new SourceText("roles.yaml", text))).access(), "default");
    assertThat(reading.problems()).isEmpty();
    return reading.objects();
  }

  @Property(tries = 1000)
  void decisionsAreThoseOfTheSlowAuthorizer(@ForAll long seed) {
    RandomAccess.RoleSet set = RandomAccess.of(seed, "s");
    Authorizer authorizer = new Authorizer(read(set.text()));
    SlowAuthorizer slow = new SlowAuthorizer(set.text());
    for (Identity identity : set.identities()) {
      for (AccessRequest request : set.requests()) {
        assertThat(authorizer.allows(identity, request))
            .as("%s: %s in%n%s", identity, request, set.text())
            .isEqualTo(slow.allows(identity, request));
      }
    }
  }

  /** A subject was given a power if and only if a request that amounts to it is allowed. */
  @Property(tries = 300)
  void powersThatAreGivenAreAllowedRequests(@ForAll long seed) {
    RandomAccess.RoleSet set = RandomAccess.of(seed, "s");
    SlowAuthorizer slow = new SlowAuthorizer(set.text());
    Deadline limit = Deadline.in(Duration.ofSeconds(60));
    Optional<Boolean> done =
        Bounded.by(
            () -> limit,
            () -> {
              AccessAnalysis analysis = AccessAnalysis.of(read(set.text()), List.of());
              for (Subject subject : analysis.subjects()) {
                if (!subject.equals(Subject.MASTERS)) {
                  compare(analysis, slow, subject, "s-one");
                  compare(analysis, slow, subject, "s-two");
                }
              }
              return true;
            });
    assertThat(done).isPresent();
  }

  private static void compare(
      AccessAnalysis analysis, SlowAuthorizer slow, Subject subject, String namespace) {
    for (Right right : List.of(Right.POLICIES, Right.PODS)) {
      Power power = right == Right.POLICIES ? Power.POLICIES : Power.WORKLOADS;
      boolean given =
          analysis.powers(subject).powers().stream()
              .filter(held -> held.steps().isEmpty())
              .filter(held -> held.power() == power || held.power() == Power.EVERYTHING)
              .map(PowerHeld::scope)
              .anyMatch(scope -> scope.covers(new Scope.Within(namespace)));
      boolean allowed =
          right.asks().stream()
              .anyMatch(ask -> allowed(ask, slow, Identity.of(subject), namespace));
      // The deletion of a namespace deletes its policies.
      boolean deletes =
          power == Power.POLICIES
              && List.of("delete", "deletecollection").stream()
                  .anyMatch(
                      verb ->
                          List.of("", namespace).stream()
                              .anyMatch(
                                  name ->
                                      slow.allows(
                                          Identity.of(subject),
                                          new AccessRequest.OfObjects(
                                              verb, "", "namespaces", "", name, namespace))));
      assertThat(given).as("%s: %s in %s", subject, power, namespace).isEqualTo(allowed || deletes);
    }
  }

  private static boolean allowed(
      Ask ask, SlowAuthorizer slow, Identity identity, String namespace) {
    for (String verb : ask.verbs()) {
      for (String resource : ask.resources()) {
        for (String name : List.of("", "x", "y", "s-one")) {
          if (slow.allows(
              identity,
              new AccessRequest.OfObjects(verb, ask.group(), resource, "", name, namespace))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
