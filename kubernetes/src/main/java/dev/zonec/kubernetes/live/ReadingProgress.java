package dev.zonec.kubernetes.live;

/** Is told how far a reading is. */
public interface ReadingProgress {
  /**
   * A page was read.
   *
   * @param cluster the cluster, as messages call it
   * @param resource what is being read, such as {@code networkpolicies}
   * @param objects how many objects of any kind were read so far
   */
  void at(String cluster, String resource, int objects);

  /** The reading is over, however it went. */
  void over();

  /** Nobody is told. */
  static ReadingProgress silent() {
    return new ReadingProgress() {
      @Override
      public void at(String cluster, String resource, int objects) {}

      @Override
      public void over() {}
    };
  }
}
