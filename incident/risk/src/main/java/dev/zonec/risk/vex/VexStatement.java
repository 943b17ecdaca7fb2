package dev.zonec.risk.vex;

import dev.zonec.risk.vulnerability.ReportPlace;
import java.util.List;
import java.util.Set;

/**
 * A statement of an OpenVEX document.
 *
 * @param ids the ids of the vulnerability
 * @param products the products that it is about
 * @param status what it says, such as {@code not_affected}
 * @param justification why; empty if it does not say
 * @param place the statement in its file
 */
public record VexStatement(
    Set<String> ids,
    List<Product> products,
    String status,
    String justification,
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

  /** Returns text such as {@code not_affected (vulnerable_code_not_present), vex.json:9}. */
  @Override
  public String toString() {
    return status + (justification.isEmpty() ? "" : " (" + justification + ")") + ", " + place;
  }
}
