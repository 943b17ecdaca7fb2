package dev.zonec.flows.rule;

import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import java.io.Serializable;

/**
 * Equal flows, counted.
 *
 * @param key what they have in common
 * @param count the number of records
 * @param connections the number of connections that the records open, as far as the log shows it
 * @param packets the packets of the source; 0 if unknown
 * @param bytes the bytes of the source; 0 if unknown
 * @param first the earliest time, in milliseconds since 1970; -1 if unknown
 * @param last the latest time
 * @param place the place of the first record
 * @param sample the text of this record
 * @param detail what else the finding rests on; may be empty
 * @param amount what the rule of the kind measures, in the unit {@link RowKind#unit}
 */
public record Row(
    RowKey key,
    long count,
    long connections,
    long packets,
    long bytes,
    long first,
    long last,
    RecordPlace place,
    String sample,
    String detail,
    long amount)
    implements Serializable {
  private static final String CUT = "…";

  /** Stands for the mark of a cut text: with it, a text takes half of the memory. */
  private static final String STORED_CUT = "\u001a";

  /** Stores the sample so that it takes little memory. */
  public Row {
    sample = replacedEnd(sample, CUT, STORED_CUT);
  }

  /** Returns the text of the first record. */
  @Override
  public String sample() {
    return replacedEnd(sample, STORED_CUT, CUT);
  }

  /**
   * Returns the sum of two rows of records under one key. The sample is that of the earlier one.
   *
   * @param key the key of the sum
   */
  public static Row sum(RowKey key, Row one, Row other) {
    boolean known = one.first() >= 0 && other.first() >= 0;
    Row earlier = other.isBefore(one) ? other : one;
    return new Row(
        key,
        one.count() + other.count(),
        one.connections() + other.connections(),
        one.packets() + other.packets(),
        one.bytes() + other.bytes(),
        known ? Math.min(one.first(), other.first()) : Math.max(one.first(), other.first()),
        Math.max(one.last(), other.last()),
        earlier.place(),
        earlier.sample(),
        earlier.detail(),
        one.amount() + other.amount());
  }

  /** Returns the same row under another key. */
  public Row under(RowKey other) {
    return new Row(
        other, count, connections, packets, bytes, first, last, place, sample, detail, amount);
  }

  private boolean isBefore(Row other) {
    if (first != other.first) {
      return first >= 0 && (other.first < 0 || first < other.first);
    }
    return place.compareTo(other.place) < 0;
  }

  private static String replacedEnd(String text, String end, String by) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) + by : text;
  }

  /** Creates a row from its first flow. */
  static Row of(RowKey key, ObservedFlow flow, String detail) {
    return new Row(
        key,
        1,
        flow.opened(),
        flow.packets(),
        flow.bytes(),
        flow.start(),
        flow.end(),
        flow.place(),
        flow.excerpt().text(),
        detail,
        1);
  }
}
