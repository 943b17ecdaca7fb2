package dev.zonec.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.ReplayMismatch;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Witness;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of {@code docs/architecture.md} about proofs, exceptions and plain data. */
@AnalyzeClasses(packages = "dev.zonec", importOptions = ProductClasses.class)
final class TrustTest {
  /**
   * The classes that may create {@code Verdict.Proved}. Each does so only after it received nothing
   * but {@link Outcome.Impossible}.
   */
  private static final Set<String> PROVING = Set.of("PathInvariantProof", "Verdict", "WaivedPaths");

  /**
   * The classes that may create {@code Verdict.Accepted}. Each does so only if everything outside
   * of the accepted findings is proved.
   */
  private static final Set<String> ACCEPTING =
      Set.of("AcceptedFindings", "DisjointZonesProof", "InstanceVerdicts", "UndeclaredPathProof");

  @ArchTest
  static void onlyTheSolverSaysThatSomethingIsImpossible(JavaClasses classes) {
    assertThat(makers(classes, Outcome.Impossible.class)).containsExactly("Z3Checker");
  }

  @ArchTest
  static void fewClassesSayProved(JavaClasses classes) {
    assertThat(makers(classes, Verdict.Proved.class)).isEqualTo(new TreeSet<>(PROVING));
    assertThat(makers(classes, Verdict.Accepted.class)).isEqualTo(new TreeSet<>(ACCEPTING));
  }

  /**
   * Every counterexample is evaluated again: its connections are hops, and only the replay in the
   * concrete semantics makes hops.
   */
  @ArchTest
  static void onlyTheReplayMakesConnectionsOfCounterexamples(JavaClasses classes) {
    assertThat(makers(classes, Hop.class)).containsExactly("Replay");
    Set<String> evaluatedByNobody = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.isAssignableTo(Counterexample.class)) {
        each.getFields().stream()
            .filter(
                field ->
                    field.getAllInvolvedRawTypes().stream()
                        .anyMatch(
                            type ->
                                type.isAssignableTo(Endpoint.class)
                                    || type.isEquivalentTo(Witness.class)
                                    || type.isEquivalentTo(Connection.class)))
            .forEach(field -> evaluatedByNobody.add(field.getFullName()));
      }
    }
    assertThat(evaluatedByNobody).isEmpty();
  }

  private static Set<String> makers(JavaClasses classes, Class<?> made) {
    Set<String> makers = new TreeSet<>();
    for (JavaClass each : classes) {
      boolean makes =
          Stream.concat(
                  each.getConstructorCallsFromSelf().stream(),
                  each.getConstructorReferencesFromSelf().stream())
              .anyMatch(access -> access.getTargetOwner().isEquivalentTo(made));
      if (makes) {
        makers.add(each.getSimpleName());
      }
    }
    return makers;
  }

  /**
   * Only one package reads the answers of the solver, so that no other code can drop an {@code
   * unknown}.
   */
  @ArchTest
  static final ArchRule onlyTheEncodingAsksTheSolver =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonec.verifier.smt")
          .should()
          .accessTargetWhere(targetOwner(resideInAPackage("com.microsoft.z3..")));

  /** Requests to a cluster are built without a method, so they are GET requests. */
  @ArchTest
  static void clustersAreOnlyRead(JavaClasses classes) {
    Set<String> called = new TreeSet<>();
    for (JavaClass each : classes) {
      each.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().isEquivalentTo(HttpRequest.Builder.class))
          .forEach(call -> called.add(call.getName()));
    }
    assertThat(called).containsExactlyInAnyOrder("uri", "header", "build");
  }

  @ArchTest
  static final ArchRule onlyTheCommandEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.zonec.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class);

  /** Problems of the input are values. An exception that leaves its package indicates a bug. */
  @ArchTest
  static void exceptionsAreForBugs(JavaClasses classes) {
    Set<String> exceptions = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.isAssignableTo(Throwable.class)
          && each.getModifiers().contains(JavaModifier.PUBLIC)) {
        exceptions.add(each.getName());
      }
    }
    assertThat(exceptions).containsExactly(ReplayMismatch.class.getName());
  }

  /**
   * Public methods declare no checked exception except {@code IOException}, unless they implement a
   * method of Flink or are the entry of a program.
   */
  @ArchTest
  static void publicMethodsDeclareNoOtherException(JavaClasses classes) {
    Set<String> declared = new TreeSet<>();
    for (JavaClass each : classes) {
      for (JavaMethod method : each.getMethods()) {
        if (isPublic(each, method.getModifiers())
            && !isGenerated(each)
            && !isGivenByFlink(method)) {
          method.getThrowsClause().getTypes().stream()
              .filter(thrown -> !thrown.isAssignableTo(IOException.class))
              .filter(thrown -> !thrown.isAssignableTo(RuntimeException.class))
              .forEach(thrown -> declared.add(method.getFullName() + ": " + thrown.getName()));
        }
      }
    }
    assertThat(declared).isEmpty();
  }

  private static boolean isGivenByFlink(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean implementsOne =
        Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
            .filter(type -> type.getPackageName().startsWith("org.apache.flink."))
            .flatMap(type -> type.getMethods().stream())
            .anyMatch(
                given ->
                    given.getName().equals(method.getName())
                        && given.getRawParameterTypes().size()
                            == method.getRawParameterTypes().size());
    return implementsOne || method.getName().equals("main");
  }

  /** Objects of fabric8 are mutable, so public types neither hold nor return them. */
  @ArchTest
  static void kubernetesObjectsAreInNoPublicData(JavaClasses classes) {
    Set<String> open = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().startsWith("dev.zonec.kubernetes.manifest")) {
        continue;
      }
      for (JavaField field : each.getFields()) {
        if (each.isRecord() && isOutside(each) && isFabric8(field.getRawType())) {
          open.add(field.getFullName());
        }
      }
      for (JavaMethod method : each.getMethods()) {
        if (isPublic(each, method.getModifiers()) && isFabric8(method.getRawReturnType())) {
          open.add(method.getFullName());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private static boolean isFabric8(JavaClass each) {
    return each.getPackageName().startsWith("io.fabric8");
  }

  private static boolean isOutside(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(TrustTest::isOutside).orElse(true);
  }

  private static boolean isPublic(JavaClass each, Set<JavaModifier> member) {
    return isOutside(each) && member.contains(JavaModifier.PUBLIC);
  }

  private static boolean isGenerated(JavaClass each) {
    return each.getPackageName().equals("dev.zonec.grammar.parser.antlr");
  }

  /** Spans are for messages; no decision reads one. */
  @ArchTest
  static final ArchRule decisionsDoNotReadPlaces =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.zonec.verifier.semantics..",
              "dev.zonec.verifier.smt..",
              "dev.zonec.verifier.reach..",
              "dev.zonec.verifier.quotient..",
              "dev.zonec.verifier.closed..")
          .should()
          .accessTargetWhere(targetOwner(type(Span.class)));
}
