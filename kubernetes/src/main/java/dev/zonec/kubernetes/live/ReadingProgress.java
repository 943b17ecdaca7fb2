package dev.zonec.kubernetes.live;

/** Receives the progress of reading a cluster. */
public interface ReadingProgress {
  /**
   * Called after a page was read.
   *
   * @param cluster the cluster in messages
   * @param resource the resource, such as {@code networkpolicies}
   * @param objects the number of objects of all kinds that were read so far
   */
  void at(String cluster, String resource, int objects);

  /** Called at the end, whether or not the reading succeeded. */
  void finished();

  /** Returns an implementation that does nothing. */
  static ReadingProgress silent() {
    return new ReadingProgress() {
      @Override
      public void at(String cluster, String resource, int objects) {}

      @Override
      public void finished() {}
    };
  }
}
