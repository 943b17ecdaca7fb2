package dev.zonec.application.certificate;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Compares a certificate with the one that its inputs give. Every byte must be equal.
 *
 * @param folder the folder of the certificate
 * @param found the files in the folder
 * @param expected the certificate that the inputs give
 */
record CertificateComparison(Path folder, SortedMap<String, String> found, Certificate expected) {
  /** Returns the differences; empty if all files are equal. */
  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(found.keySet());
    names.addAll(expected.files().keySet());
    String document = Certificate.DOCUMENT;
    if (!expected.text(document).equals(found.get(document))) {
      problems.add(different(document));
    }
    names.remove(document);
    for (String name : names) {
      if (!expected.files().containsKey(name)) {
        problems.add(refused(name, "the file is not part of the certificate"));
      } else if (!found.containsKey(name)) {
        problems.add(refused(name, "a file of the certificate is missing"));
      } else if (!expected.text(name).equals(found.get(name))) {
        problems.add(different(name));
      }
    }
    return problems;
  }

  private Diagnostic refused(String name, String message) {
    return Diagnostic.errorIn(Code.ZC1503, folder.resolve(name).toString(), message);
  }

  /** Shows the first line that differs. */
  private Diagnostic different(String name) {
    String text = found.getOrDefault(name, "");
    String other = expected.text(name);
    int start = 0;
    while (start <= text.length() && start <= other.length()) {
      int end = end(text, start);
      int otherEnd = end(other, start);
      if (end != otherEnd || !text.startsWith(other.substring(start, otherEnd), start)) {
        break;
      }
      start = end + 1;
    }
    int begin = Math.min(start, text.length());
    SourceText source = new SourceText(folder.resolve(name).toString(), text);
    String wanted = line(other, start);
    return Diagnostic.error(
            Code.ZC1503,
            new Span(source, begin, end(text, begin)),
            "the certificate is not what the inputs give")
        .note(
            wanted.isEmpty() ? "the inputs give no such line" : "the inputs give: " + cut(wanted));
  }

  private static String cut(String line) {
    String stripped = line.strip();
    return stripped.length() > 60 ? stripped.substring(0, 60) + "…" : stripped;
  }

  private static int end(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private static String line(String text, int start) {
    return start >= text.length() ? "" : text.substring(start, end(text, start));
  }
}
