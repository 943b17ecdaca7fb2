package dev.zonec.stream.source;

import dev.zonec.flows.analysis.FlowJudging;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads the parts that it gets, one after the other. */
final class PartReader implements SourceReader<LogEvent, PartSplit> {
  private final SourceReaderContext context;
  private final JudgingSupply judging;
  private final boolean byTime;
  private final Deque<PartSplit> waiting = new ArrayDeque<>();
  private @Nullable PartFeed feed;

  /** Its thread is that of the feed; it remembers answers from one part to the next. */
  private @Nullable FlowJudging judge;

  private boolean noMore;
  private CompletableFuture<@Nullable Void> given = new CompletableFuture<>();

  PartReader(SourceReaderContext context, JudgingSupply judging, boolean byTime) {
    this.context = context;
    this.judging = judging;
    this.byTime = byTime;
  }

  @Override
  public void start() {
    if (waiting.isEmpty()) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<LogEvent> output) {
    @Nullable PartFeed reading = feed;
    if (reading == null) {
      @Nullable PartSplit next = waiting.poll();
      if (next == null) {
        return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
      }
      reading = new PartFeed(next, judge());
      feed = reading;
      reading.start();
    }
    @Nullable LogEvent event = reading.poll();
    if (event != null) {
      long order = LogSource.order(reading.part().number(), reading.emitted());
      switch (event) {
        case JudgedFlow flow -> output.collect(flow, byTime ? flow.known().flow().start() : order);
        case LogReport report when byTime -> output.collect(report);
        case LogReport report -> output.collect(report, order);
      }
      return InputStatus.MORE_AVAILABLE;
    }
    if (!reading.isEnded()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    feed = null;
    if (waiting.isEmpty() && !noMore) {
      context.sendSplitRequest();
    }
    return waiting.isEmpty() && !noMore
        ? InputStatus.NOTHING_AVAILABLE
        : InputStatus.MORE_AVAILABLE;
  }

  private FlowJudging judge() {
    @Nullable FlowJudging known = judge;
    if (known == null) {
      known = judging.judging();
      judge = known;
    }
    return known;
  }

  @Override
  @SuppressWarnings("NullAway") // Futures of Flink without a value complete with null.
  public CompletableFuture<@Nullable Void> isAvailable() {
    if (feed != null) {
      return feed.available();
    }
    if (!waiting.isEmpty() || noMore) {
      return CompletableFuture.completedFuture(null);
    }
    if (given.isDone()) {
      given = new CompletableFuture<>();
    }
    return given;
  }

  @Override
  public void addSplits(List<PartSplit> parts) {
    waiting.addAll(parts);
    given.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMore = true;
    given.complete(null);
  }

  @Override
  public List<PartSplit> snapshotState(long checkpoint) {
    List<PartSplit> parts = new ArrayList<>();
    if (feed != null) {
      parts.add(feed.part().after(feed.emitted()));
    }
    parts.addAll(waiting);
    return parts;
  }

  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
  }
}
