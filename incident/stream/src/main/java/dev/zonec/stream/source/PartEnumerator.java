package dev.zonec.stream.source;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Gives each reader that asks the next part. */
final class PartEnumerator implements SplitEnumerator<PartSplit, PartsLeft> {
  private final SplitEnumeratorContext<PartSplit> context;
  private final Deque<PartSplit> left;

  PartEnumerator(SplitEnumeratorContext<PartSplit> context, PartsLeft left) {
    this.context = context;
    this.left = new ArrayDeque<>(left.parts());
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {
    if (!context.registeredReaders().containsKey(reader)) {
      // It failed after it asked.
      return;
    }
    @Nullable PartSplit next = left.poll();
    if (next == null) {
      context.signalNoMoreSplits(reader);
    } else {
      context.assignSplit(next, reader);
    }
  }

  @Override
  public void addSplitsBack(List<PartSplit> parts, int reader) {
    parts.stream()
        .sorted(Comparator.comparingInt(PartSplit::number).reversed())
        .forEach(left::addFirst);
  }

  @Override
  public void addReader(int reader) {}

  @Override
  public PartsLeft snapshotState(long checkpoint) {
    return new PartsLeft(List.copyOf(left));
  }

  @Override
  public void close() {}
}
