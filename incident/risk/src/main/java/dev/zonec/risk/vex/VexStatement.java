package dev.zonec.risk.vex;

import dev.zonec.risk.vulnerability.ReportPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of an OpenVEX document.
 *
 * @param ids the ids of the vulnerability
 * @param products the products that it is about
 * @param status what it says, such as {@code not_affected}
 * @param justification why; empty if it does not say
 * @param time when it was made or last updated; empty if neither it nor its document says when
 * @param place the statement in its file
 */
public record VexStatement(
    Set<String> ids,
    List<Product> products,
    String status,
    String justification,
    Optional<Instant> time,
    ReportPlace place) {
  /** Copies the collections. */
  public VexStatement {
    ids = Set.copyOf(ids);
    products = List.copyOf(products);
  }

  /**
   * A product.
   *
   * @param ids its package URLs, or the reference of an image
   * @param parts the package URLs of the parts that the statement is limited to; empty for all
   */
  public record Product(Set<String> ids, List<String> parts) {
    /** Copies the collections. */
    public Product {
      ids = Set.copyOf(ids);
      parts = List.copyOf(parts);
    }
  }

  /** Whether the statement says that the vulnerability does no harm in its products. */
  public boolean excludes() {
    return status.equals("not_affected") || status.equals("fixed");
  }

  /** Returns the statement with a time. */
  VexStatement at(Optional<Instant> other) {
    return new VexStatement(ids, products, status, justification, other, place);
  }

  /** Whether this statement is known to be later than {@code other}, which it then overrides. */
  boolean overrides(VexStatement other) {
    return time.isPresent() && other.time.isPresent() && time.get().isAfter(other.time.get());
  }

  /** Returns text such as {@code not_affected (vulnerable_code_not_present), vex.json:9}. */
  @Override
  public String toString() {
    return status + (justification.isEmpty() ? "" : " (" + justification + ")") + ", " + place;
  }
}
