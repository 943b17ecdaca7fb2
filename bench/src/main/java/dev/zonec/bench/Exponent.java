package dev.zonec.bench;

import java.util.List;

/** How a cost grows: the exponent {@code e} for which cost is about {@code c * size^e}. */
final class Exponent {
  private Exponent() {}

  /**
   * Returns the exponent that fits best, by least squares over logarithms.
   *
   * @param sizes at least two different sizes
   * @param costs the cost of each size, greater than zero
   */
  static double of(List<Integer> sizes, List<Double> costs) {
    double meanX = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
    double meanY = costs.stream().mapToDouble(Math::log).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < sizes.size(); i++) {
      double x = Math.log(sizes.get(i)) - meanX;
      products += x * (Math.log(costs.get(i)) - meanY);
      squares += x * x;
    }
    return products / squares;
  }
}
