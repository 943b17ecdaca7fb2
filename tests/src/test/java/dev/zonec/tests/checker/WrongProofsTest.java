package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.ClaimReader;
import dev.zonec.checker.document.ClaimReading;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Proofs with something wrong in them are refused, and the message says what it is. */
final class WrongProofsTest {
  private static final String PROGRAM =
      """
      module shop
      cluster { pods 10.244.0.0/16 }
      defaults { dns deny }
      zone web { namespace shop  pods app=web }
      zone api { namespace shop  pods app=api }
      zone db { namespace shop  pods app=db }
      allow web -> api : tcp/80
      allow api -> db : tcp/5432
      assert back: no path db ~> web
      assert near: no path web ~> db within 1 hops
      assert far: no path {web, db} ~> {api, db}
      waive far for web ~> {api, db} {
        reason "the shop" approved_by @security expires 2026-12-31
      }
      assert every: no path web ~> db
      assert half: no path web ~> {api, db}
      waive half for web ~> api {
        reason "the shop" approved_by @security expires 2026-12-31
      }
      assert closed: never db -> api
      """;

  private static final String API = "{'pods': {'labels': {'app': {'values': ['api']}}}}";

  private static CheckedRun run() {
    return Plan.of(
        PROGRAM, "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {env: prod}}\n");
  }

  private static ClaimDocument document(String claim, String more) {
    String text = "{'claim': '" + claim + "'" + (more.isEmpty() ? "" : ", " + more) + "}";
    return switch (ClaimReader.read(new JsonMapper().readTree(text.replace('\'', '"')))) {
      case ClaimReading.Read(var document) -> document;
      case ClaimReading.Malformed(String problem) -> throw new AssertionError(problem);
    };
  }

  private static Result check(CheckedRun run, ClaimDocument... claims) {
    return new OpenCheck(run, Deadline.in(Duration.ofMinutes(1))).check(List.of(claims)).getLast();
  }

  private static Result paths(String claim, String paths) {
    return check(run(), document("assertion " + claim, "'paths': " + paths));
  }

  private static String part(String waivers, String... sets) {
    return "{'waivers': " + waivers + ", 'invariants': [" + String.join(", ", sets) + "]}";
  }

  @Test
  void rightProofsAreConfirmed() {
    assertThat(paths("back", "[" + part("[]", "{'in': []}") + "]"))
        .isInstanceOf(Result.Confirmed.class);
    assertThat(paths("near", "[" + part("[]", "{'in': [" + API + "]}") + "]"))
        .isInstanceOf(Result.Confirmed.class);
    String apiAndDb =
        "{'in': [{'pods': {'namespaces': {'values': ['shop']}, 'labels': {'app': {'values': ['api',"
            + " 'db']}}}}]}";
    assertThat(
            paths(
                "far", "[" + part("[false]", "{'in': []}") + ", " + part("[true]", apiAndDb) + "]"))
        .isInstanceOf(Result.Confirmed.class);
    assertThat(check(run(), document("assertion closed", ""))).isInstanceOf(Result.Confirmed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          near | [] | the part [] is missing
          near | [{'waivers': [], 'empty': true}] | there is a start of a part without starts
          near | [{'waivers': [true], 'invariants': [{'in': []}]}] | paths[0] has 1 truth values, but the claim has 0 waivers
          near | [{'waivers': [], 'invariants': [{'in': []}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'in': [{'everything': true}]}]}] | there is a target in set 1
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'labels': {'app': {'others': true, 'absent': true}}}}]}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'namespaces': {'others': true}}}]}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'in': [{'addresses': {'ipv4': ['0.0.0.0-255.255.255.255']}}]}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'ipv4': ['10.244.0.0-10.244.0.255']}}]}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'notIn': [{'pods': {'labels': {'app': {'values': ['api']}}}}]}]}] | there is an allowed connection from a start out of set 1
          near | [{'waivers': [], 'invariants': [{'in': []}, {'in': []}]}] | paths[0] has 2 sets, but there can be at most 1
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'labels': {'tier': {'absent': true}}}}]}]}] | paths[0].invariants[0] restricts the label tier, which no selector mentions
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'namespaceLabels': {'env': {'values': ['prod']}}}}]}]}] | paths[0].invariants[0] restricts the label env, which no selector mentions
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'labels': {'app': {'values': ['cache']}}}}]}]}] | paths[0].invariants[0] lists the value cache of the label app, which no selector mentions
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'namespaces': {'values': ['stage']}}}]}]}] | paths[0].invariants[0] lists the namespace stage, which nothing mentions
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'unknown': {'shop': {}}}}]}]}] | paths[0].invariants[0] restricts labels of the namespace shop as unknown, but they are known
          near | [{'waivers': [], 'invariants': [{'in': [{'pods': {'unknown': {'other': {}}}}]}]}] | paths[0].invariants[0] restricts labels of the namespace other, which nothing mentions
          far | [{'waivers': [false], 'invariants': [{'in': []}]}] | the part [true] is missing
          far | [{'waivers': [true], 'empty': true}, {'waivers': [true], 'empty': true}] | paths[1] is the second part [true]
          far | [{'waivers': [false], 'empty': true}, {'waivers': [true], 'empty': true}] | there is a start of a part without starts
          every | [{'waivers': [], 'invariants': [{'in': [{'pods': {'labels': {'app': {'values': ['api']}}}}]}]}] | there is an allowed connection that leaves the last set
          half | [{'waivers': [false], 'empty': true}, {'waivers': [true], 'invariants': [{'in': [{'everything': true}]}]}] | there is a target in set 1
          closed | [{'waivers': [], 'empty': true}] | paths is for claims about paths
          none | [] | the program has no assertion none
          """)
  void wrongProofsAreRefused(String claim, String paths, String reason) {
    assertThat(paths(claim, paths)).isInstanceOf(Result.Refused.class);
    if (paths(claim, paths) instanceof Result.Refused refused) {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.connection().isPresent()).isEqualTo(reason.startsWith("there is"));
    }
  }

  @Test
  void exceptionsAreNoPartOfABlock() {
    String program =
        PROGRAM + "external net { cidr 203.0.113.128/25 }\nassert shut: never net -> db\n";
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: db-in, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: db}}
          ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.%s]}}]}]
        """;
    ClaimDocument claim = document("assertion shut", "");
    assertThat(check(Plan.of(program, policy.formatted("128/25")), claim))
        .isInstanceOf(Result.Confirmed.class);
    assertThat(check(Plan.of(program, policy.formatted("128/26")), claim))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void aTargetInAnEarlierSetIsFound() {
    CheckedRun run = Plan.of(PROGRAM.replace("db within 1 hops", "api within 2 hops"), "");
    String shop =
        "{'pods': {'namespaces': {'values': ['shop']}, 'labels': {'app': {'values': ['%s']}}}}";
    String sets =
        part(
            "[]",
            "{'in': [" + shop.formatted("api") + "]}",
            "{'in': [" + shop.formatted("db") + "]}");
    // The second set lacks what the first one has, so it contains no target.
    Result result = check(run, document("assertion near", "'paths': [" + sets + "]"));
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("there is a target in set 1"));
  }

  @Test
  void labelsOfAStandInAreNotTheSameOnAPath() {
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: open, namespace: tenant}
        spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {env: x}}}]}]}
        """;
    String set = "{'in': [{'pods': {'unknown': {'tenant': {'env': {'values': ['x']}}}}}]}";
    ClaimDocument claim = document("assertion back", "'paths': [" + part("[]", set) + "]");
    CheckedRun plain = Plan.of(PROGRAM, policy);
    CheckedRun standIn =
        new CheckedRun(
            plain.world(),
            plain.program(),
            plain.may(),
            List.of(),
            List.of(),
            NamespaceExtent.ANY,
            Set.of("tenant"));
    if (check(standIn, claim) instanceof Result.Refused refused) {
      assertThat(refused.reason())
          .isEqualTo(
              "paths[0].invariants[0] restricts labels of the namespace tenant as unknown, but it"
                  + " stands for namespaces with different labels");
    } else {
      throw new AssertionError("not refused");
    }
  }

  @Test
  void aClaimThatFollowsNeedsTheOtherOne() {
    ClaimDocument path = document("no undeclared path", "'follows': 'no undeclared connection'");
    ClaimDocument connection = document("no undeclared connection", "");
    assertThat(check(run(), connection, path).isConfirmed()).isTrue();
    assertThat(check(run(), path)).isInstanceOf(Result.Refused.class);
    assertThat(check(run(), document("no undeclared path", ""))).isInstanceOf(Result.Refused.class);
    assertThat(check(run(), document("assertion closed", "'follows': 'no blocked flow'")))
        .isInstanceOf(Result.Refused.class);
    assertThat(check(run(), connection, connection)).isInstanceOf(Result.Refused.class);
  }

  /** Whenever the time runs out, what does not hold is not confirmed. */
  @Test
  void aSolverThatEndsEarlyConfirmsNothing() {
    CheckedRun run = Plan.of(PROGRAM.replace("never db -> api", "never web -> api"), "");
    boolean refused = false;
    for (int looks = 0; looks < 10_000 && !refused; looks++) {
      AtomicInteger left = new AtomicInteger(looks);
      Deadline deadline = Deadline.when(() -> left.getAndDecrement() <= 0);
      Result result =
          new OpenCheck(run, deadline).check(List.of(document("assertion closed", ""))).getFirst();
      assertThat(result.isConfirmed()).as("%d looks", looks).isFalse();
      refused = result instanceof Result.Refused;
    }
    assertThat(refused).isTrue();
  }

  @Test
  void withoutTimeThereIsNoAnswer() {
    OpenCheck check = new OpenCheck(run(), Deadline.when(() -> true));
    assertThat(
            check.check(
                List.of(
                    new ClaimDocument(
                        new ClaimKey.NoBlockedFlow(), List.of(), Optional.empty(), List.of()))))
        .containsExactly(new Result.Undecided("the time ran out"));
  }
}
