package dev.zonec.flows.analysis;

import dev.zonec.flows.rule.SourceState;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The sources whose behaviour is remembered. The one that was used least recently is forgotten
 * first.
 *
 * <p>A use only numbers the source, because nearly every flow is one. Once a source has to be
 * forgotten, a queue has one entry for each source, with the number of some use, which is at most
 * that of its last use. If the first entry has the number of the last use, every other source was
 * used later; otherwise the entry is queued again with this number.
 */
final class RecentSources implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<String, SeenSource> sources = new HashMap<>();
  private long uses;

  /** Null before the first source is forgotten, and after the object was read again. */
  private transient @Nullable PriorityQueue<Use> queue;

  /** An earlier use, or the last one. */
  private record Use(SeenSource source, long number) {
    private static Use last(SeenSource source) {
      return new Use(source, source.used);
    }
  }

  /** Uses a source; returns null if it is not there. */
  @Nullable SeenSource use(String name) {
    @Nullable SeenSource source = sources.get(name);
    if (source != null) {
      use(source);
    }
    return source;
  }

  /** Uses a source that is not forgotten. */
  void use(SeenSource source) {
    uses++;
    source.used = uses;
  }

  /** Adds and uses a source that is not there. */
  SeenSource add(String name, SourceState state) {
    SeenSource source = new SeenSource(name, state);
    use(source);
    sources.put(name, source);
    if (queue != null) {
      queue.add(Use.last(source));
    }
    return source;
  }

  /** Removes the source that was used least recently. At least one must be there. */
  SeenSource forget() {
    PriorityQueue<Use> queued = queue();
    Use first = queued.remove();
    while (first.number() != first.source().used) {
      queued.add(Use.last(first.source()));
      first = queued.remove();
    }
    SeenSource eldest = first.source();
    sources.remove(eldest.name());
    eldest.forgotten = true;
    return eldest;
  }

  private PriorityQueue<Use> queue() {
    @Nullable PriorityQueue<Use> known = queue;
    if (known == null) {
      known = new PriorityQueue<>(Comparator.comparingLong(Use::number));
      for (SeenSource source : sources.values()) {
        known.add(Use.last(source));
      }
      queue = known;
    }
    return known;
  }

  /** Returns the sources, in no order. */
  Collection<SeenSource> all() {
    return Collections.unmodifiableCollection(sources.values());
  }

  int size() {
    return sources.size();
  }
}
