package dev.zonec.stream.source;

import dev.zonec.flows.analysis.FlowJudging;
import dev.zonec.flows.analysis.Unreadable;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.source.LogReading;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogProblem;
import dev.zonec.stream.event.LogReport;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A part of a log that a thread of its own reads. Readers of logs report records one after the
 * other, and Flink fetches them; between the two are a few batches of events.
 */
final class PartFeed {
  private static final int BATCH = 512;
  private static final int MOST_BATCHES = 8;

  /** Ends the thread of a feed that nobody needs any more. */
  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Closed() {
      super(null, null, false, false);
    }
  }

  private final PartSplit part;
  private final FlowJudging judge;
  private final Thread thread;

  /** Guarded by this object, like the next three fields. */
  private final Deque<List<LogEvent>> ready = new ArrayDeque<>();

  private CompletableFuture<@Nullable Void> available = new CompletableFuture<>();
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;

  private List<LogEvent> current = List.of();
  private int at;
  private long emitted;

  /**
   * @param judge used by the thread only
   */
  PartFeed(PartSplit part, FlowJudging judge) {
    this.part = part;
    this.judge = judge;
    this.emitted = part.emitted();
    this.thread = new Thread(this::run, "zonec-log-" + part.number());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  PartSplit part() {
    return part;
  }

  /** Returns the number of events of the part that were given to Flink. */
  long emitted() {
    return emitted;
  }

  /** Returns the next event; null if there is none yet, or no more. */
  @Nullable LogEvent poll() {
    if (at == current.size() && !next()) {
      return null;
    }
    emitted++;
    return current.get(at++);
  }

  private synchronized boolean next() {
    if (failure != null) {
      throw new IllegalStateException("a log cannot be analysed", failure);
    }
    @Nullable List<LogEvent> batch = ready.poll();
    notifyAll();
    if (batch == null) {
      if (!ended && available.isDone()) {
        available = new CompletableFuture<>();
      }
      return false;
    }
    current = batch;
    at = 0;
    return true;
  }

  /** Whether the part was read to its end, and every event was fetched. */
  synchronized boolean isEnded() {
    return ended && failure == null && ready.isEmpty() && at == current.size();
  }

  /** Returns a future that is complete if there is an event, or the end. */
  synchronized CompletableFuture<@Nullable Void> available() {
    if (at < current.size() || !ready.isEmpty() || ended) {
      return CompletableFuture.completedFuture(null);
    }
    return available;
  }

  void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
  }

  private synchronized void put(List<LogEvent> batch) {
    try {
      while (ready.size() >= MOST_BATCHES && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Closed();
    }
    if (closed) {
      throw new Closed();
    }
    ready.add(batch);
    available.complete(null);
  }

  private synchronized void end(@Nullable Throwable thrown) {
    failure = thrown;
    ended = true;
    available.complete(null);
  }

  private void run() {
    try {
      Events events = new Events();
      LogReading reading = new LogReading(events, InputStream.nullInputStream());
      reading.read(part.part());
      events.end(reading);
      end(null);
    } catch (Closed e) {
      end(null);
    } catch (RuntimeException | Error e) {
      end(e);
    }
  }

  /** Judges flows, and collects them in batches; those before a checkpoint are left out. */
  private final class Events implements FlowSink {
    private final List<Unreadable> unreadable = new ArrayList<>();
    private List<LogEvent> batch = new ArrayList<>(BATCH);
    private long known = part.emitted();

    @Override
    public void flow(ObservedFlow flow) {
      if (known > 0) {
        known--;
        return;
      }
      batch.add(JudgedFlow.of(judge.of(flow)));
      if (batch.size() == BATCH) {
        put(batch);
        batch = new ArrayList<>(BATCH);
      }
    }

    @Override
    public void skipped(RecordPlace place, String reason) {}

    @Override
    public void unreadable(RecordPlace place, String reason) {
      if (unreadable.size() < Unreadable.MOST_NAMED) {
        unreadable.add(new Unreadable(place, reason));
      }
    }

    @Override
    public void lost(RecordPlace place, long number) {}

    void end(LogReading reading) {
      if (known == 0) {
        @Nullable LogCounts counts =
            reading.counts().isEmpty() ? null : reading.counts().getFirst();
        batch.add(
            new LogReport(
                part.part().log(),
                part.part().name(),
                counts,
                0,
                unreadable,
                reading.problems().stream().map(LogProblem::of).toList()));
      }
      if (!batch.isEmpty()) {
        put(batch);
      }
    }
  }
}
