package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ReadFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The outcome of listing a resource. */
sealed interface Listing {
  /** All objects were listed. */
  record Complete(List<SourceText> texts) implements Listing {
    /** Copies the texts. */
    public Complete {
      texts = List.copyOf(texts);
    }
  }

  /** The list is incomplete, and none of its objects is used. */
  record Failed(ApiAnswer answer) implements Listing {}

  /** Reads lists page by page. */
  final class Pages {
    private static final int PAGE = 500;

    /** How often a list is read again because its pages are out of date. */
    private static final int RESTARTS = 3;

    private final ApiServer server;
    private final ObjectText writing;

    Pages(ApiServer server, ObjectText writing) {
      this.server = server;
      this.writing = writing;
    }

    /**
     * Lists {@code path}. All pages together show the state at one moment. If the server no longer
     * has this state (410), the list is read again, and finally in one page.
     *
     * @param progress receives the number of objects after each page
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
