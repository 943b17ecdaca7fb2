package dev.zonec.tests.limits;

import com.sun.management.ThreadMXBean;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * The looks of some work at its deadline. The work between two looks of a thread is measured as the
 * memory that the thread allocates, which does not depend on the speed of the machine.
 */
final class RecordedLooks {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String END = "the end";

  /**
   * A look.
   *
   * @param place the class and the line that looks
   * @param since the memory that the thread allocated since its look before, in bytes
   */
  private record Look(String place, long since) {}

  private final Map<Thread, List<Look>> looks = new ConcurrentHashMap<>();
  private final Map<Thread, Long> before = new ConcurrentHashMap<>();

  private RecordedLooks() {}

  /** Does {@code work}, with all parallel streams on one thread, and records its looks. */
  static RecordedLooks of(Runnable work) {
    RecordedLooks recorded = new RecordedLooks();
    Deadline deadline =
        Deadline.when(
            () -> {
              recorded.add(LookPlace.ofThisLook());
              return false;
            });
    Bounded.by(
        () -> deadline,
        () -> {
          Supplier<Boolean> carried = Deadline.carriedTo(() -> recorded.around(work));
          try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(carried::get).join();
          }
        });
    return recorded;
  }

  private boolean around(Runnable work) {
    before.put(Thread.currentThread(), THREADS.getCurrentThreadAllocatedBytes());
    work.run();
    add(END);
    return true;
  }

  private void add(String place) {
    Thread thread = Thread.currentThread();
    long now = THREADS.getCurrentThreadAllocatedBytes();
    looks
        .computeIfAbsent(thread, t -> new ArrayList<>())
        .add(new Look(place, now - before.getOrDefault(thread, 0L)));
    // The memory of recording does not count.
    before.put(thread, THREADS.getCurrentThreadAllocatedBytes());
  }

  /** Returns the places that look. */
  Set<String> places() {
    Set<String> places = new TreeSet<>();
    looks.values().forEach(all -> all.forEach(look -> places.add(look.place())));
    places.remove(END);
    return places;
  }

  /**
   * Returns the most memory that a thread allocates without a look, in bytes, if the place {@code
   * missing} did not look.
   */
  long mostWithout(String missing) {
    long most = 0;
    for (List<Look> all : looks.values()) {
      long since = 0;
      for (Look look : all) {
        since += look.since();
        if (!look.place().equals(missing)) {
          most = Math.max(most, since);
          since = 0;
        }
      }
    }
    return most;
  }

  /** Returns the most memory that a thread allocates without a look, in bytes. */
  long most() {
    return mostWithout("");
  }
}
