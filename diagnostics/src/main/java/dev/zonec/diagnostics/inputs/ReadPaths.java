package dev.zonec.diagnostics.inputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files and folders that a run reads, as they were when it read them. Work that other threads
 * do for the run records to the same object.
 */
public final class ReadPaths {
  private static final ThreadLocal<@Nullable ReadPaths> CURRENT = new ThreadLocal<>();

  private final Map<Path, FileState> files = new ConcurrentHashMap<>();
  private final Map<Path, Listing> folders = new ConcurrentHashMap<>();
  private final Set<Path> written = ConcurrentHashMap.newKeySet();

  /** A folder, the files that matter in it and below, and those that were there. */
  private record Listing(Predicate<Path> wanted, Set<Path> files) {}

  /** Records that this thread is about to read {@code file}, which need not exist. */
  public static void file(Path file) {
    @Nullable ReadPaths current = CURRENT.get();
    if (current != null) {
      current.files.putIfAbsent(normal(file), FileState.of(file));
    }
  }

  /**
   * Records that this thread is about to list the files in {@code folder} and below it.
   *
   * @param wanted the files that matter; files and folders whose names begin with a dot never do
   */
  public static void folder(Path folder, Predicate<Path> wanted) {
    @Nullable ReadPaths current = CURRENT.get();
    if (current != null) {
      Path normal = normal(folder);
      current.folders.computeIfAbsent(
          normal, path -> new Listing(wanted, FolderState.files(path, wanted)));
    }
  }

  /** Records that the run writes {@code file}, so that a change of it is none of an input. */
  public static void written(Path file) {
    @Nullable ReadPaths current = CURRENT.get();
    if (current != null) {
      current.written.add(normal(file));
    }
  }

  /** Returns the result of {@code work}, which records what it reads in this object. */
  public <T> T during(Supplier<T> work) {
    return with(this, work);
  }

  /** Returns {@code work} with the record of this thread, to be done on another thread. */
  public static <T> Supplier<T> carriedTo(Supplier<T> work) {
    @Nullable ReadPaths current = CURRENT.get();
    return () -> with(current, work);
  }

  private static <T> T with(@Nullable ReadPaths paths, Supplier<T> work) {
    @Nullable ReadPaths before = CURRENT.get();
    CURRENT.set(paths);
    try {
      return work.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /**
   * Returns the files that changed, appeared or vanished since they were read or their folder was
   * listed.
   */
  public Set<Path> changed() {
    Set<Path> changed = new LinkedHashSet<>();
    files.forEach(
        (file, state) -> {
          if (!FileState.of(file).equals(state)) {
            changed.add(file);
          }
        });
    folders.forEach(
        (folder, listing) -> {
          Set<Path> now = FolderState.files(folder, listing.wanted());
          if (!now.equals(listing.files())) {
            now.stream().filter(file -> !listing.files().contains(file)).forEach(changed::add);
            listing.files().stream().filter(file -> !now.contains(file)).forEach(changed::add);
          }
        });
    changed.removeAll(written);
    return changed;
  }

  /** Returns the folders whose entries decide what {@link #changed} returns; they exist. */
  public Set<Path> watched() {
    Set<Path> watched = new LinkedHashSet<>();
    List<Path> parents = new ArrayList<>(files.keySet());
    parents.addAll(folders.keySet());
    for (Path path : parents) {
      @Nullable Path parent = path.getParent();
      if (parent != null) {
        watched.add(FolderState.nearest(parent));
      }
    }
    folders.keySet().forEach(folder -> watched.addAll(FolderState.folders(folder)));
    return watched;
  }

  /** Returns the files that were read, or were looked for. */
  public Set<Path> files() {
    return Set.copyOf(files.keySet());
  }

  /** Whether nothing was read. */
  public boolean isEmpty() {
    return files.isEmpty() && folders.isEmpty();
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
