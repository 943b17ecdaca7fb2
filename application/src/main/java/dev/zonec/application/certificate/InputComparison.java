package dev.zonec.application.certificate;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the files and the options of a certificate with those of its check.
 *
 * @param document the content of {@code certificate.json}
 */
record InputComparison(JsonNode document) {
  private static final int MOST_CHANGES = 5;

  /** Returns what differs; empty if nothing does. */
  Optional<Diagnostic> problem(InputDigests files, Map<String, Object> options) {
    List<String> changes = changes(files);
    if (!changes.isEmpty()) {
      return Optional.of(
          with(
              Diagnostic.error(Code.ZC1503, "the inputs are not those of the certificate"),
              changes,
              "verify again, or check with the program and the manifests of `verify`"));
    }
    List<String> others = others(JsonMapper.shared().valueToTree(options));
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String day =
        document.path(CertificateDocument.OPTIONS).path(CertificateDocument.DAY).asString("");
    return Optional.of(
        with(
            Diagnostic.error(Code.ZC1503, "the options are not those of the certificate"),
            others,
            others.getFirst().startsWith(CertificateDocument.DAY)
                ? "pass `--as-of " + day + "` to check the certificate as of its day"
                : "check with the options of `verify`"));
  }

  private static Diagnostic with(Diagnostic problem, List<String> changes, String help) {
    Diagnostic noted = problem;
    for (String change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
      noted = noted.note(change);
    }
    return (changes.size() > MOST_CHANGES
            ? noted.note("and " + (changes.size() - MOST_CHANGES) + " more")
            : noted)
        .help(help);
  }

  private List<String> changes(InputDigests files) {
    Map<String, String> before = new LinkedHashMap<>();
    document
        .path(CertificateDocument.INPUTS)
        .forEach(
            file -> before.put(file.path("path").asString(""), file.path("sha256").asString("")));
    List<String> changes = new ArrayList<>();
    for (InputDigests.File file : files.files()) {
      String known = before.remove(file.path());
      if (known == null) {
        changes.add(file.path() + " is not in the certificate");
      } else if (!known.equals(file.sha256())) {
        changes.add(file.path() + " has changed");
      }
    }
    before.keySet().forEach(path -> changes.add(path + " was not read"));
    return changes;
  }

  private List<String> others(JsonNode options) {
    JsonNode before = document.path(CertificateDocument.OPTIONS);
    List<String> others = new ArrayList<>();
    for (String name : options.propertyNames()) {
      if (!options.path(name).equals(before.path(name))) {
        others.add(
            name
                + ": "
                + before.path(name)
                + " in the certificate, "
                + options.path(name)
                + " here");
      }
    }
    return others;
  }
}
