package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ReadFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** What came of listing a resource. */
sealed interface Listing {
  /** All its objects. */
  record Complete(List<SourceText> texts) implements Listing {
    /** Copies the texts. */
    public Complete {
      texts = List.copyOf(texts);
    }
  }

  /** It was not listed to the end; nothing of it is used. */
  record Failed(ApiAnswer answer) implements Listing {}

  /** Reads page by page. */
  final class Pages {
    private static final int PAGE = 500;

    /** How often a listing begins again because its pages went out of date. */
    private static final int RESTARTS = 3;

    private final ApiServer server;
    private final ObjectText writing;

    Pages(ApiServer server, ObjectText writing) {
      this.server = server;
      this.writing = writing;
    }

    /**
     * Lists what is at {@code path}. All pages together are the state of one moment; where the
     * server no longer knows that state (410) the listing begins again, and in the end asks for all
     * at once.
     *
     * @param progress is told after each page how many objects were read
     */
    Listing list(ApiResource resource, ReadFields fields, String path, IntConsumer progress) {
      for (int i = 0; i < RESTARTS; i++) {
        Listing listing = pages(resource, fields, path + "?limit=" + PAGE, progress);
        if (!isOutdated(listing)) {
          return listing;
        }
      }
      return pages(resource, fields, path, progress);
    }

    private static boolean isOutdated(Listing listing) {
      return listing instanceof Failed(ApiAnswer.Refused refused) && refused.status() == 410;
    }

    private Listing pages(
        ApiResource resource, ReadFields fields, String path, IntConsumer progress) {
      List<SourceText> texts = new ArrayList<>();
      String next = "";
      do {
        ApiAnswer answer =
            server.get(
                next.isEmpty() ? path : path + "&continue=" + ApiServer.escaped(next),
                "application/json");
        if (!(answer instanceof ApiAnswer.Body(Map<?, ?> page))
            || !(page.get("items") instanceof List<?> items)) {
          return new Failed(answer);
        }
        for (Object item : items) {
          if (!(item instanceof Map<?, ?> object)) {
            return new Failed(answer);
          }
          texts.add(writing.of(resource, fields, object));
        }
        next = continuation(page);
        progress.accept(texts.size());
      } while (!next.isEmpty());
      return new Complete(texts);
    }

    private static String continuation(Map<?, ?> page) {
      return page.get("metadata") instanceof Map<?, ?> metadata
              && metadata.get("continue") instanceof String token
          ? token
          : "";
    }
  }
}
