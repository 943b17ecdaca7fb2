package dev.zonec.flows.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.rule.SourceState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Sources are forgotten in the order in which a map in the order of access has them. */
final class RecentSourcesProperty {
  private static final int NAMES = 30;

  @Property(tries = 300)
  void theLeastRecentlyUsedSourceIsForgotten(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    RecentSources sources = new RecentSources();
    LinkedHashMap<String, SeenSource> expected = new LinkedHashMap<>(16, 0.75f, true);
    for (int step = 0; step < 400; step++) {
      String name = "s" + random.nextInt(NAMES);
      switch (random.nextInt(8)) {
        case 0 -> {
          if (!expected.isEmpty()) {
            String eldest = expected.keySet().iterator().next();
            SeenSource forgotten = sources.forget();
            assertThat(forgotten.name()).isEqualTo(eldest);
            assertThat(forgotten.forgotten).isTrue();
            expected.remove(eldest);
          }
        }
        case 1 -> {
          if (random.nextInt(20) == 0) {
            sources = copy(sources);
            for (SeenSource each : sources.all()) {
              expected.replace(each.name(), each);
            }
            sources.all().stream()
                .sorted(Comparator.comparingLong(each -> each.used))
                .forEach(each -> expected.get(each.name()));
          }
        }
        case 2, 3 -> {
          @Nullable SeenSource known = expected.get(name);
          if (known != null) {
            sources.use(known);
          }
        }
        default -> {
          @Nullable SeenSource known = expected.get(name);
          assertThat(sources.use(name)).isSameAs(known);
          if (known == null) {
            expected.put(name, sources.add(name, new SourceState()));
          }
        }
      }
      assertThat(sources.size()).isEqualTo(expected.size());
      assertThat(sources.all()).containsExactlyInAnyOrderElementsOf(expected.values());
    }
  }

  private static RecentSources copy(RecentSources sources)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sources);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RecentSources) in.readObject();
    }
  }
}
