package dev.zonec.verifier.smt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A list of ascending numbers as runs of numbers that follow each other. */
final class Runs {
  private Runs() {}

  /** The numbers from {@code first} to {@code last}. */
  record Run(int first, int last) {}

  /** Returns the longest runs in {@code numbers}, in their order. */
  static List<Run> of(IntStream numbers) {
    List<Run> out = new ArrayList<>();
    numbers.forEach(
        number -> {
          boolean follows = !out.isEmpty() && out.getLast().last() + 1 == number;
          int first = follows ? out.removeLast().first() : number;
          out.add(new Run(first, number));
        });
    return out;
  }
}
