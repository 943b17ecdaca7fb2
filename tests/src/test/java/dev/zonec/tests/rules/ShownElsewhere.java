package dev.zonec.tests.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rules of the language that no single program can demonstrate, or not completely: files on disk,
 * size limits, commands other than {@code compile} and {@code verify}, and properties of all
 * programs.
 *
 * @param test the simple name of a test class
 * @param method the name of the test method
 */
record ShownElsewhere(String test, String method) {
  static final Map<String, ShownElsewhere> BY_RULE =
      Map.ofEntries(
          shown("text.encoding", "ProgramSourcesTest", "whatCannotBeReadIsReported"),
          shown("text.style", "FormatCasesTest", "sourcesOfTheRepositoryAreFormatted"),
          shown("source.folder", "ProgramSourcesTest", "aFolderIsReadWholeInOrderAndEachFileOnce"),
          shown("source.readable", "ProgramSourcesTest", "whatCannotBeReadIsReported"),
          shown("source.some", "ProgramSourcesTest", "whatCannotBeReadIsReported"),
          shown("import.root", "ModularTest", "importsStayBelowTheRoot"),
          shown("import.root-folder", "ImportScopeTest", "theRootHoldsWhatIsGiven"),
          shown("zone.exact", "SatisfiabilityTest", "agreesWithTryingEveryLabelling"),
          shown("variant.query", "ModularTest", "aQuestionNeedsOneProgram"),
          shown("emit.proved", "DisjointZonesTest", "aPodInBothStopsCompilation"),
          shown("emit.rules", "RuleMergingTest", "mergingIsExact"),
          shown("emit.size", "EmittedMetadataTest", "annotationsHaveALimit"),
          shown("emit.owner", "SharedDirectoryTest", "twoValuesOfAParameterShareAFolder"),
          shown("emit.kustomization", "SharedDirectoryTest", "aHandWrittenKustomizationStays"),
          shown("emit.folder", "PolicyDirectoryTest", "writesPoliciesAndAKustomization"),
          shown("expect.file", "ExpectationsTest", "filesBesideTheProgramAreRead"),
          shown("expect.ends", "ExpectationsTest", "syntaxAndNamesAreChecked"),
          shown("expect.allowed", "ExpectationsTest", "allowedIsAboutEveryPairAndPort"),
          shown("expect.denied", "ExpectationsTest", "deniedIsAboutEveryPair"),
          shown("expect.path", "ExpectationsTest", "pathsExistOrNot"),
          shown("expect.no-path", "ExpectationsTest", "pathsExistOrNot"),
          shown("expect.certain", "ExpectationsTest", "openPointsAreNotCertain"),
          shown("expect.nothing", "ExpectationsTest", "anExpectationAboutNothingFails"),
          shown("expect.exit", "ExpectationsTest", "aGapIsInconclusive"),
          shown(
              "determinism.bytes", "CompileDeterminismProperty", "theOrderOfSourcesDoesNotMatter"));

  private static Map.Entry<String, ShownElsewhere> shown(String rule, String test, String method) {
    return Map.entry(rule, new ShownElsewhere(test, method));
  }

  /**
   * Returns the file of the test class, which contains the method, as a path below the root of the
   * repository with {@code /}.
   */
  String file(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.endsWith(test + ".java")).toList()) {
              if (Files.readString(file).contains(" " + method + "(")) {
                return root.relativize(file).toString().replace('\\', '/');
              }
            }
          }
        }
      }
    }
    throw new AssertionError("there is no test " + test + "." + method);
  }
}
