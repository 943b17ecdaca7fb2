package dev.zonec.risk.join;

/** How a report was joined to an image; the surest way comes first. */
public enum JoinWay {
  /** The digests are equal. */
  DIGEST("its digest"),
  /** The names and tags are equal. The tag can have moved since. */
  REFERENCE("its name and tag"),
  /** The report names the workload. The tag can have moved since. */
  WORKLOAD("the workload that the report names");

  private final String text;

  JoinWay(String text) {
    this.text = text;
  }

  /** Returns what was equal. */
  public String text() {
    return text;
  }
}
