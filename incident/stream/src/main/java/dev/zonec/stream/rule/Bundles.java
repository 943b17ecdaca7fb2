package dev.zonec.stream.rule;

import dev.zonec.stream.event.LogEvent;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Bundles events where they are read. Before a checkpoint all bundles are passed on, so that there
 * is nothing to be stored.
 *
 * @param <T> the bundles
 */
abstract class Bundles<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<LogEvent, T> {
  private static final long serialVersionUID = 1;

  /** Passes on everything that is not passed on yet. */
  abstract void passOn();

  /** The last watermark comes before the end, and after it no bundle is counted any more. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passOn();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    passOn();
  }

  @Override
  public void finish() throws Exception {
    passOn();
    super.finish();
  }
}
