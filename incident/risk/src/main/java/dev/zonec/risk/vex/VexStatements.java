package dev.zonec.risk.vex;

import dev.zonec.risk.image.ImageReference;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the statements that exclude a vulnerability. A statement counts only if its product is the
 * image, or is the package itself: no report says which other products an image contains. A
 * statement excludes nothing if another one, such as {@code affected}, contradicts it and is not
 * known to be earlier.
 */
public final class VexStatements {
  private final List<VexStatement> all;
  private final Map<String, List<VexStatement>> excluding = new HashMap<>();
  private final Map<String, List<VexStatement>> contrary = new HashMap<>();
  private final Set<VexStatement> used = new HashSet<>();

  /**
   * @param all the statements of all documents
   */
  public VexStatements(List<VexStatement> all) {
    this.all = List.copyOf(all);
    for (VexStatement statement : all) {
      Map<String, List<VexStatement>> index = statement.excludes() ? excluding : contrary;
      statement
          .ids()
          .forEach(id -> index.computeIfAbsent(id, i -> new ArrayList<>()).add(statement));
    }
  }

  /**
   * Returns the statement that excludes {@code found} in {@code target}. An advisory with several
   * CVE ids is excluded only if each of them is.
   */
  public Optional<VexStatement> excluding(Vulnerability found, ScanTarget target) {
    if (excluding.isEmpty()) {
      return Optional.empty();
    }
    List<VexStatement> against =
        Stream.concat(Stream.of(found.id()), found.aliases().stream())
            .flatMap(id -> about(contrary, id, found, target))
            .toList();
    Optional<VexStatement> own = of(found.id(), found, target, against);
    if (own.isEmpty()) {
      List<String> cves = found.aliases().stream().filter(id -> id.startsWith("CVE-")).toList();
      List<VexStatement> each =
          cves.stream().flatMap(cve -> of(cve, found, target, against).stream()).toList();
      own = !cves.isEmpty() && each.size() == cves.size() ? each.stream().findFirst() : own;
    }
    own.ifPresent(used::add);
    return own;
  }

  /** Returns the statements that exclude something and applied to no vulnerability so far. */
  public List<VexStatement> unused() {
    return all.stream().filter(each -> each.excludes() && !used.contains(each)).toList();
  }

  private Optional<VexStatement> of(
      String id, Vulnerability found, ScanTarget target, List<VexStatement> against) {
    return about(excluding, id, found, target)
        .filter(statement -> against.stream().allMatch(statement::overrides))
        .findFirst();
  }

  private static Stream<VexStatement> about(
      Map<String, List<VexStatement>> index, String id, Vulnerability found, ScanTarget target) {
    return index.getOrDefault(id, List.of()).stream()
        .filter(
            statement ->
                statement.products().stream().anyMatch(product -> is(product, found, target)));
  }

  private static boolean is(VexStatement.Product product, Vulnerability found, ScanTarget target) {
    boolean image = product.ids().stream().anyMatch(id -> isImage(id, target));
    return image
        ? product.parts().isEmpty()
            || product.parts().stream().anyMatch(part -> isPackage(part, found))
        : product.parts().isEmpty() && product.ids().stream().anyMatch(id -> isPackage(id, found));
  }

  private static boolean isPackage(String id, Vulnerability found) {
    Optional<PackageUrl> affected = PackageUrl.parse(found.affected().purl());
    return PackageUrl.parse(id).stream()
        .anyMatch(named -> affected.stream().anyMatch(named::means));
  }

  private static boolean isImage(String id, ScanTarget target) {
    Optional<PackageUrl> url = PackageUrl.parse(id);
    if (url.isEmpty()) {
      return ImageReference.parse(id).stream().anyMatch(named -> isSame(named, target));
    }
    if (!url.get().isImage()) {
      return false;
    }
    String version = url.get().version();
    if (version.contains(":")) {
      return target.digests().contains(version);
    }
    String repository = url.get().qualifiers().getOrDefault("repository_url", "");
    String tag = url.get().qualifiers().getOrDefault("tag", version);
    return !repository.isEmpty()
        && ImageReference.parse(repository + (tag.isEmpty() ? "" : ":" + tag)).stream()
            .anyMatch(
                named ->
                    target.references().stream()
                        .anyMatch(
                            one ->
                                one.name().equals(named.name())
                                    && (tag.isEmpty() || one.tag().equals(tag))));
  }

  private static boolean isSame(ImageReference named, ScanTarget target) {
    return named.digest().isEmpty()
        ? target.references().stream().anyMatch(named::isSameTag)
        : target.digests().contains(named.digest());
  }
}
