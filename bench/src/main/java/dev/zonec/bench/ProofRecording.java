package dev.zonec.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The measured costs of a proof. It is kept in a file, so that a simulation has the same result on
 * every machine.
 *
 * @param cluster the cluster, with its numbers
 * @param stages the costs that are not those of single obligations
 * @param obligations the obligations, in the order in which they are proved
 */
record ProofRecording(String cluster, Stages stages, List<RecordedObligation> obligations) {
  ProofRecording {
    obligations = List.copyOf(obligations);
  }

  /**
   * Costs of a run beside its obligations. Times are milliseconds of processor time.
   *
   * @param verified the whole proof on one machine, without reading
   * @param read compiling the program, and reading the policies
   * @param searched the search for the invariants of paths, with the answers to all obligations
   *     with few policies; obligations of paths with all policies are asked
   * @param confirmed the whole proof with these answers: each question is encoded, and its digest
   *     looked up
   * @param loaded what a worker does before its first obligation: compiling the program, the
   *     vocabulary, and the conditions of every connection that could exist
   * @param programBytes the bytes of the program
   * @param vocabularyBytes the bytes of the vocabulary as text
   * @param policyBytes the bytes of all policies
   * @param preambleBytes the bytes of the text in SMT-LIB that all obligations share
   */
  record Stages(
      long verified,
      long read,
      long searched,
      long confirmed,
      long loaded,
      long programBytes,
      long vocabularyBytes,
      long policyBytes,
      long preambleBytes) {}

  /** Writes the recording as a compressed table with tabs. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(cluster).append('\n');
    text.append(
        line(
            stages.verified,
            stages.read,
            stages.searched,
            stages.confirmed,
            stages.loaded,
            stages.programBytes,
            stages.vocabularyBytes,
            stages.policyBytes,
            stages.preambleBytes));
    for (RecordedObligation each : obligations) {
      text.append(
          line(
              each.group(),
              each.whole(),
              each.micros(),
              each.policyBytes(),
              each.textBytes(),
              each.textMicros()));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String line(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString());
    }
    return String.join("\t", texts) + "\n";
  }

  /**
   * Reads a recording.
   *
   * @throws IOException if the file cannot be read, or is no recording
   */
  static ProofRecording read(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    }
    try {
      List<String> numbers = cells(lines.get(1), 9);
      List<RecordedObligation> obligations = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        List<String> cells = cells(line, 6);
        obligations.add(
            new RecordedObligation(
                cells.getFirst(),
                Boolean.parseBoolean(cells.get(1)),
                Long.parseLong(cells.get(2)),
                Long.parseLong(cells.get(3)),
                Long.parseLong(cells.get(4)),
                Long.parseLong(cells.get(5))));
      }
      return new ProofRecording(
          lines.getFirst(),
          new Stages(
              Long.parseLong(numbers.get(0)),
              Long.parseLong(numbers.get(1)),
              Long.parseLong(numbers.get(2)),
              Long.parseLong(numbers.get(3)),
              Long.parseLong(numbers.get(4)),
              Long.parseLong(numbers.get(5)),
              Long.parseLong(numbers.get(6)),
              Long.parseLong(numbers.get(7)),
              Long.parseLong(numbers.get(8))),
          obligations);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is no recording: " + e.getMessage(), e);
    }
  }

  private static List<String> cells(String line, int count) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException("a line has not " + count + " cells: " + line);
    }
    return cells;
  }
}
