package dev.zonec.application.certificate;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.application.version.Build;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.verifier.proof.CertifiedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes certificates. Equal arguments give equal bytes. */
final class CertificateDocument {
  static final String FORMAT = "zonec-certificate";
  static final int VERSION = 1;
  static final String INPUTS = "inputs";
  static final String OPTIONS = "options";
  static final String DAY = "day";
  static final String RUNS = "runs";

  private CertificateDocument() {}

  /**
   * Returns the certificate.
   *
   * @param files the files that were read
   * @param variants the proofs
   */
  static Certificate of(Verify.Ready inputs, InputDigests files, List<CertifiedVariant> variants) {
    SortedMap<String, String> texts = new TreeMap<>();
    List<Object> runs = new ArrayList<>();
    for (CertifiedVariant variant : variants) {
      for (CertifiedRun run : variant.runs()) {
        RunDocument document = new RunDocument(runs.size() + 1, inputs, files.root(), variant, run);
        SortedMap<String, String> scripts = document.scripts();
        texts.putAll(scripts);
        runs.add(document.data(scripts));
      }
    }
    texts.put(
        Certificate.DOCUMENT,
        JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                    OrderedMap.of(
                        "format",
                        FORMAT,
                        "version",
                        VERSION,
                        "zonec",
                        build(),
                        INPUTS,
                        files.files().stream().map(InputDigests.File::data).toList(),
                        OPTIONS,
                        options(inputs.request()),
                        RUNS,
                        runs))
            + "\n");
    return new Certificate(texts);
  }

  private static Map<String, Object> build() {
    Map<String, Object> data = new LinkedHashMap<>();
    Build.recorded()
        .ifPresent(
            build -> {
              data.put("version", build.version());
              build.commit().ifPresent(commit -> data.put("commit", commit));
            });
    return data;
  }

  /** Returns the options that the meaning of the inputs depends on. */
  static Map<String, Object> options(VerifyRequest request) {
    Map<String, Object> assumed = new LinkedHashMap<>();
    for (Knob knob : Knob.values()) {
      if (request.may().settled().containsKey(knob)) {
        assumed.put(knob.word(), request.may().settled().get(knob));
      }
    }
    ManifestRequest manifests = request.manifests();
    return OrderedMap.of(
        "policies",
        request.policies().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "params",
        request.program().params(),
        DAY,
        request.program().day().toString(),
        "expired",
        request.program().expired().name().toLowerCase(Locale.ROOT),
        "defaultNamespace",
        manifests.defaultNamespace(),
        "ignored",
        manifests.ignored(),
        "skipUnreadable",
        manifests.skipUnreadable(),
        "assume",
        assumed);
  }
}
