package dev.zonec.cli;

import dev.zonec.application.version.Build;
import dev.zonec.application.version.Versions;
import dev.zonec.kubernetes.manifest.PolicyApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Versions for people and for programs. */
final class VersionText {
  private static final String UNKNOWN = "unknown";

  private VersionText() {}

  /** Returns one fact a line. */
  static List<String> lines(Versions versions) {
    List<String> lines = new ArrayList<>();
    lines.add(name(versions) + " (commit " + commit(versions) + ")");
    lines.add("Z3 " + versions.z3().orElse(UNKNOWN));
    String heading = "policies ";
    for (PolicyApi policy : versions.policies()) {
      lines.add(heading + policy.apiVersion() + " " + policy.kind());
      heading = " ".repeat(heading.length());
    }
    return lines;
  }

  /** Returns the name and version of the program. */
  static String name(Versions versions) {
    return "zonec " + number(versions);
  }

  /** Returns the version of the program. */
  static String number(Versions versions) {
    return versions.build().map(Build::version).orElse("(unpackaged)");
  }

  /** Returns the same facts as maps and lists. A version that is not known is absent. */
  static Map<String, Object> data(Versions versions) {
    Map<String, Object> data = new LinkedHashMap<>();
    versions
        .build()
        .ifPresent(
            build -> {
              data.put("version", build.version());
              build
                  .commit()
                  .ifPresent(
                      commit -> {
                        data.put("commit", commit);
                        data.put("modified", build.modified());
                      });
            });
    versions.z3().ifPresent(version -> data.put("z3", version));
    data.put("policies", versions.policies().stream().map(VersionText::policy).toList());
    return data;
  }

  private static Map<String, Object> policy(PolicyApi policy) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("apiVersion", policy.apiVersion());
    data.put("kind", policy.kind());
    return data;
  }

  private static String commit(Versions versions) {
    return versions
        .build()
        .flatMap(
            build -> build.commit().map(commit -> commit + (build.modified() ? ", modified" : "")))
        .orElse(UNKNOWN);
  }

  /** What {@code --version} prints. */
  static final class Provider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return lines(Versions.read()).toArray(String[]::new);
    }
  }
}
