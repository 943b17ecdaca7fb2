package dev.zonec.application.watch;

import dev.zonec.diagnostics.inputs.ReadPaths;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until an input of a run changes.
 *
 * <p>What changed is decided by comparing the files with their state when they were read, so that
 * no change is lost and none is reported twice. Events of the file system only tell when to
 * compare. Where there are none, such as on some network file systems, the files are compared at
 * intervals.
 */
public final class InputWatch {
  /**
   * The time in which nothing may change before a change is reported: an editor writes in steps.
   */
  private static final Duration QUIET = Duration.ofMillis(60);

  /** The time after which files are compared without an event. */
  private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(1);

  private InputWatch() {}

  /**
   * Waits until an input changes that {@code read} has recorded, and returns the changed files.
   * Empty if the thread is interrupted.
   */
  public static Optional<Set<Path>> changed(ReadPaths read) {
    try (Events events = Events.of(read.watched())) {
      Set<Path> changed = read.changed();
      while (true) {
        if (changed.isEmpty()) {
          events.await(WITHOUT_EVENTS);
        } else {
          Thread.sleep(QUIET);
        }
        Set<Path> now = read.changed();
        if (!now.isEmpty() && now.equals(changed) && !events.happened()) {
          return Optional.of(new TreeSet<>(now));
        }
        changed = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The events of some folders; none if the system offers none. */
  private record Events(Optional<WatchService> service) implements AutoCloseable {
    static Events of(Set<Path> folders) {
      Optional<WatchService> service = opened();
      service.ifPresent(watching -> folders.forEach(folder -> register(folder, watching)));
      return new Events(service);
    }

    private static Optional<WatchService> opened() {
      try {
        return Optional.of(FileSystems.getDefault().newWatchService());
      } catch (IOException | UnsupportedOperationException e) {
        return Optional.empty();
      }
    }

    private static void register(Path folder, WatchService service) {
      try {
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_DELETE,
            StandardWatchEventKinds.ENTRY_MODIFY);
      } catch (IOException | UnsupportedOperationException | ClosedWatchServiceException e) {
        // The folder vanished, or the system allows no more watches; intervals find the changes.
        return;
      }
    }

    /** Waits for an event, at most {@code longest}. */
    void await(Duration longest) throws InterruptedException {
      if (service.isEmpty()) {
        Thread.sleep(longest);
        return;
      }
      isDrained(service.get().poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Whether there was an event since the last one. */
    boolean happened() {
      return isDrained(service.map(WatchService::poll).orElse(null));
    }

    /** Removes the events of {@code key}, and returns whether there is a key. */
    private static boolean isDrained(@Nullable WatchKey key) {
      if (key == null) {
        return false;
      }
      key.pollEvents();
      key.reset();
      return true;
    }

    @Override
    public void close() {
      service.ifPresent(
          watching -> {
            try {
              watching.close();
            } catch (IOException e) {
              // Nothing is watched anymore.
              return;
            }
          });
    }
  }
}
