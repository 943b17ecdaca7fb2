package dev.zonec.application.certificate;

import dev.zonec.application.verify.Verify;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.proof.CertifiedClaim;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.PathInvariants;
import dev.zonec.verifier.proof.PathPart;
import dev.zonec.verifier.report.Assumptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes one run of a certificate: its part of {@code certificate.json}, and the files of its
 * obligations.
 *
 * @param number the number of the run, from 1
 * @param root the folder that contains all inputs
 */
record RunDocument(
    int number, Verify.Ready inputs, Path root, CertifiedVariant variant, CertifiedRun run) {
  static final String VARIANT = "variant";
  static final String ADDRESSES = "addresses";
  static final String DISJOINT = "disjoint";
  static final String CLAIMS = "claims";
  static final String CLAIM = "claim";
  static final String INSTANCE = "instance";
  static final String FILE = "file";
  static final String SHA256 = "sha256";
  static final String OBLIGATIONS = "obligations";
  static final String POLICIES = "policies";
  static final String SOME = "some";
  static final String PATHS = "paths";
  static final String OTHERS = "others";
  static final String WAIVERS = "waivers";
  static final String INVARIANTS = "invariants";

  /** Returns the word for {@code addresses} in a certificate. */
  static String word(CertifiedRun.Addresses addresses) {
    return addresses.name().toLowerCase(Locale.ROOT);
  }

  /** Returns each claim that has obligations, by the name of the file with them. */
  SortedMap<String, CertifiedClaim> claims() {
    SortedMap<String, CertifiedClaim> claims = new TreeMap<>();
    for (int i = 0; i < run.claims().size(); i++) {
      if (!run.claims().get(i).obligations().isEmpty()) {
        claims.put(file(i), run.claims().get(i));
      }
    }
    return claims;
  }

  /** Returns the obligations of each claim that has some, by the name of their file. */
  SortedMap<String, String> scripts() {
    SortedMap<String, String> scripts = new TreeMap<>();
    claims().forEach((file, claim) -> scripts.put(file, run.script(claim)));
    return scripts;
  }

  private String file(int index) {
    CertifiedClaim claim = run.claims().get(index);
    String key = claim.claim().key() + (claim.instance() > 0 ? " " + claim.instance() : "");
    return String.format(
        Locale.ROOT, "%d-%02d-%s.smt2", number, index + 1, key.replaceAll("[^A-Za-z0-9]+", "-"));
  }

  /**
   * Returns the part of the document.
   *
   * @param scripts the result of {@link #scripts}
   */
  Map<String, Object> data(SortedMap<String, String> scripts) {
    List<Object> claims = new ArrayList<>();
    for (int i = 0; i < run.claims().size(); i++) {
      claims.add(claim(run.claims().get(i), file(i), scripts));
    }
    return OrderedMap.of(
        VARIANT,
        variant.label(),
        POLICIES,
        variant.planned() ? "plan" : "as-written",
        ADDRESSES,
        word(run.addresses()),
        "encoded",
        encoded(),
        "assumptions",
        new Assumptions(
                variant.program(),
                variant.world(),
                inputs.request().may(),
                inputs.ends(),
                variant.namespaces())
            .of(run.disjoint()),
        DISJOINT,
        run.disjoint().stream()
            .map(pair -> List.of(pair.first().name(), pair.second().name()))
            .toList(),
        CLAIMS,
        claims,
        OTHERS,
        others());
  }

  /** Returns the claims that the certificate does not contain. */
  private List<String> others() {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(new Claim.NoUndeclaredConnection().key());
    keys.add(new Claim.NoBlockedFlow().key());
    keys.add(new Claim.NoUndeclaredPath().key());
    variant.program().assertions().forEach(each -> keys.add(new Claim.Asserted(each).key()));
    run.claims().forEach(each -> keys.remove(each.claim().key()));
    return List.copyOf(keys);
  }

  private List<Object> encoded() {
    List<Object> all = new ArrayList<>();
    for (Policy policy : variant.world().policies()) {
      all.add(encoded(policy.toString(), policy.span()));
    }
    for (ClusterPolicy policy : variant.world().clusterPolicies()) {
      all.add(encoded(policy.toString(), policy.span()));
    }
    return all;
  }

  private static Map<String, Object> encoded(String policy, Span span) {
    return OrderedMap.of("policy", policy, SHA256, digest(span.text()));
  }

  private static String digest(String text) {
    return InputFiles.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> claim(
      CertifiedClaim claim, String file, SortedMap<String, String> scripts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(CLAIM, claim.claim().key());
    if (claim.instance() > 0) {
      data.put(INSTANCE, claim.instance());
    }
    if (claim.claim() instanceof Claim.Asserted(Assertion assertion)) {
      data.put("statement", assertion.span().text());
      data.put("place", place(assertion.span()));
    }
    if (!claim.waivers().isEmpty()) {
      data.put(WAIVERS, claim.waivers().stream().map(each -> each.span().text()).toList());
    }
    claim.follows().ifPresent(other -> data.put("follows", other.key()));
    if (scripts.containsKey(file)) {
      data.put(FILE, file);
      data.put(SHA256, digest(scripts.getOrDefault(file, "")));
      data.put(OBLIGATIONS, claim.obligations().stream().map(RunDocument::obligation).toList());
    }
    if (!claim.parts().isEmpty()) {
      data.put(PATHS, claim.parts().stream().map(this::part).toList());
    }
    return data;
  }

  private String place(Span span) {
    return InputDigests.name(root, Path.of(span.source().name())) + ":" + span.line();
  }

  private static Map<String, Object> obligation(CertifiedClaim.Chosen obligation) {
    return OrderedMap.of(
        "impossible", obligation.says(), POLICIES, obligation.sufficient() ? SOME : "all");
  }

  private Map<String, Object> part(PathPart part) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(WAIVERS, part.excused());
    if (part.invariants().isEmpty()) {
      data.put("empty", true);
    } else {
      data.put(INVARIANTS, part.invariants().map(this::invariants).orElse(List.of()));
    }
    return data;
  }

  private List<Map<String, Object>> invariants(PathInvariants invariants) {
    InvariantData data = new InvariantData(run.vocabulary());
    return invariants.sets().stream().map(data::of).toList();
  }
}
