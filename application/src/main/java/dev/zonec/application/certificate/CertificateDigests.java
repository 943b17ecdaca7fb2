package dev.zonec.application.certificate;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the files of a certificate with the digests in its document, before anything is
 * computed.
 *
 * @param document the content of {@code certificate.json}
 * @param folder the folder of the certificate, for messages
 */
record CertificateDigests(JsonNode document, Path folder) {
  private static final int MOST_CHARACTERS = 60;

  /** Returns the files that are missing, changed or additional; empty if there are none. */
  List<Diagnostic> problems(SortedMap<String, String> found) {
    Map<String, String> digests = new HashMap<>();
    for (JsonNode run : document.path(CertificateDocument.RUNS)) {
      for (JsonNode claim : run.path(RunDocument.CLAIMS)) {
        if (claim.has(RunDocument.FILE)) {
          digests.put(
              claim.path(RunDocument.FILE).asString(""),
              claim.path(RunDocument.SHA256).asString(""));
        }
      }
    }
    TreeSet<String> names = new TreeSet<>(found.keySet());
    names.addAll(digests.keySet());
    names.remove(Certificate.DOCUMENT);
    List<Diagnostic> problems = new ArrayList<>();
    for (String name : names) {
      if (!found.containsKey(name) && !CertificateFolder.isPart(name)) {
        problems.add(
            refused(Certificate.DOCUMENT, "the certificate names a file that it cannot have")
                .note("the name is " + quoted(name)));
      } else if (!digests.containsKey(name)) {
        problems.add(refused(name, "the file is not part of the certificate"));
      } else if (!found.containsKey(name)) {
        problems.add(refused(name, "a file of the certificate is missing"));
      } else if (!digest(found.getOrDefault(name, "")).equals(digests.get(name))) {
        problems.add(refused(name, "the file is not the one of the certificate"));
      }
    }
    return problems;
  }

  /** Returns the start of a name that can contain any character. */
  private static String quoted(String name) {
    return JsonMapper.shared()
        .writeValueAsString(name.substring(0, Math.min(MOST_CHARACTERS, name.length())));
  }

  private static String digest(String text) {
    return InputFiles.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private Diagnostic refused(String name, String message) {
    return Diagnostic.errorIn(Code.ZC1503, folder.resolve(name).toString(), message);
  }
}
