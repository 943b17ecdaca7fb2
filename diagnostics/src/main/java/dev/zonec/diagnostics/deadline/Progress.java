package dev.zonec.diagnostics.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far some work is. If the work does not end by its {@link Deadline}, this tells which steps
 * are finished and which one is not; while it runs, a user can see the step. The thread that does
 * the work records its progress, and other threads read it.
 */
public final class Progress {
  private static final ThreadLocal<@Nullable Progress> CURRENT = new ThreadLocal<>();

  private final List<String> finished = new ArrayList<>();
  private String name = "";
  private int done;
  private int total;
  private String units = "";
  private String part = "";

  /**
   * A step that is not finished.
   *
   * @param name what the step does, such as {@code listing the connections}
   * @param done the number of units that are finished
   * @param total the number of all units; 0 if the step is not divided
   * @param units the plural of a unit, such as {@code workloads}
   * @param part what the step works on, such as a claim; empty if it does not say
   */
  public record Step(String name, int done, int total, String units, String part) {
    /** Returns the step as a user reads it, such as {@code listing (3 of 12 workloads)}. */
    public String text() {
      String what = part.isEmpty() ? name : name + " " + part;
      return total == 0 ? what : what + " (" + done + " of " + total + " " + units + ")";
    }
  }

  /** Records that the work of this thread starts another step. Without such work, does nothing. */
  public static void begin(String name) {
    @Nullable Progress progress = CURRENT.get();
    if (progress != null) {
      progress.start(name);
    }
  }

  /**
   * Records that the step works on {@code part}.
   *
   * @param done the number of parts that are finished
   */
  public static void part(String part, int done, int total, String units) {
    @Nullable Progress progress = CURRENT.get();
    if (progress != null) {
      progress.count(done, total, units);
      progress.name(part);
    }
  }

  /** Records how much of the step is done, and ends the work if its deadline has passed. */
  public static void check(int done, int total, String units) {
    @Nullable Progress progress = CURRENT.get();
    if (progress != null) {
      progress.count(done, total, units);
    }
    Deadline.check();
  }

  /** Returns the names of the finished steps, in their order. */
  public synchronized List<String> finished() {
    return List.copyOf(finished);
  }

  /** Returns the step that the work is in; empty if it has not started one. */
  public synchronized Optional<Step> unfinished() {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Step(name, done, total, units, part));
  }

  private synchronized void start(String next) {
    if (!name.isEmpty() && !finished.contains(name)) {
      finished.add(name);
    }
    name = next;
    part = "";
    count(0, 0, "");
  }

  private synchronized void name(String next) {
    part = next;
  }

  private synchronized void count(int newlyDone, int outOf, String of) {
    done = newlyDone;
    total = outOf;
    units = of;
  }

  /** Returns the progress of this thread's work, or new ones if it has none. */
  static Progress current() {
    @Nullable Progress known = CURRENT.get();
    return known == null ? new Progress() : known;
  }

  /** Sets the progress of this thread's work. */
  static void setCurrent(Progress progress) {
    CURRENT.set(progress);
  }
}
