package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.DetailKind;
import dev.zonec.kubernetes.manifest.ReadFields;
import dev.zonec.kubernetes.world.Coverage;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cluster, one kind after another. The objects of one kind are from one moment, but the
 * cluster can change between two kinds. It never requests Secrets, ConfigMaps and other kinds that
 * do not affect connections.
 */
public final class ClusterReader {
  /** Stops the reading, because all further requests would fail too. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic problem;

    Stopped(Diagnostic problem) {
      super(problem.message());
      this.problem = problem;
    }
  }

  /** API groups whose objects can affect other namespaces than their own. */
  private static final Set<String> MESHES =
      Set.of(
          "security.istio.io",
          "networking.istio.io",
          "kuma.io",
          "consul.hashicorp.com",
          "policy.linkerd.io");

  private final ApiServer server;
  private final Scope scope;
  private final String cluster;
  private final ReadingProgress progress;
  private final UnreadProblems unread;
  private final Listing.Pages pages;
  private final List<SourceText> texts = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<DetailKind, String> absent = new EnumMap<>(DetailKind.class);
  private boolean silentBefore;
  private boolean detailed;

  private ClusterReader(ApiServer server, Scope scope, String cluster, ReadingProgress progress) {
    this.server = server;
    this.scope = scope;
    this.cluster = cluster;
    this.progress = progress;
    this.unread = new UnreadProblems(cluster);
    this.pages = new Listing.Pages(server, new ObjectText(cluster));
  }

  /**
   * Reads a cluster. If the cluster does not answer, or rejects the credentials, the result is
   * unusable. If it refuses some kinds, the result leaves them out.
   *
   * @param wanted the part of the cluster to read
   */
  public static ClusterReading read(
      ClusterSource source, Scope scope, ReadExtent wanted, ReadingProgress progress) {
    return switch (Credentials.of(source)) {
      case Credentials.Outcome.Refused(Diagnostic problem) ->
          new ClusterReading.Unusable(List.of(problem));
      case Credentials.Outcome.Ready ready -> {
        ApiServer server;
        try {
          server = new ApiServer(ready.config(), source.requestTimeout());
        } catch (RuntimeException e) {
          yield new ClusterReading.Unusable(List.of(withoutKeys(ready.cluster(), e)));
        }
        try (server) {
          yield new ClusterReader(server, scope, ready.cluster(), progress).read(wanted);
        } catch (Stopped e) {
          yield new ClusterReading.Unusable(List.of(e.problem));
        } finally {
          progress.finished();
        }
      }
    };
  }

  private static Diagnostic withoutKeys(String cluster, RuntimeException thrown) {
    Diagnostic problem =
        Diagnostic.errorIn(
            Code.ZC0640, cluster, "the certificates or keys of its context cannot be used");
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
        return problem.note("a file is missing: " + cause.getMessage());
      }
    }
    return problem;
  }

  private ClusterReading read(ReadExtent wanted) throws Stopped {
    detailed = !wanted.details().isEmpty();
    Optional<SortedSet<String>> there = namespaces();
    if (there.isPresent()) {
      List<Diagnostic> missing = missing(there.get());
      if (!missing.isEmpty()) {
        return new ClusterReading.Unusable(missing);
      }
    }
    ends(wanted);
    if (wanted != ReadExtent.NAMESPACES) {
      Discovery.Found found = Discovery.of(server, unread);
      problems.addAll(found.problems());
      for (ApiResource resource : BuiltinResources.OTHERS) {
        read(resource, true);
      }
      for (ApiResource resource : found.resources()) {
        read(resource, false);
      }
      for (ApiResource resource : found.unknown()) {
        read(resource, false);
      }
    }
    if (wanted == ReadExtent.WITH_ACCESS) {
      for (ApiResource resource : BuiltinResources.ACCESS) {
        read(resource, true);
      }
    }
    for (DetailKind kind : wanted.details()) {
      readDetails(kind);
    }
    return new ClusterReading.Read(texts, problems, coverage(there), absent);
  }

  /** Returns the names of all namespaces; empty if listing them is not permitted. */
  private Optional<SortedSet<String>> namespaces() throws Stopped {
    ApiResource resource = BuiltinResources.NAMESPACES;
    switch (list(resource, resource.path())) {
      case Listing.Complete(var read) -> {
        texts.addAll(read);
        SortedSet<String> names = new TreeSet<>();
        String prefix = cluster + ": " + resource.kind() + " ";
        read.forEach(text -> names.add(text.name().substring(prefix.length())));
        return Optional.of(names);
      }
      case Listing.Failed(ApiAnswer answer) -> {
        // This is the first request. If it fails for lack of an answer or of valid credentials, all
        // others would fail too.
        if (answer instanceof ApiAnswer.NoAnswer
            || (answer instanceof ApiAnswer.Refused refused && refused.isToNobody())) {
          throw new Stopped(unread.all(server, answer));
        }
        problems.add(unread.objects(resource, "", answer));
        if (scope instanceof Scope.Within(var names)) {
          for (String name : names) {
            one(resource, name);
          }
        }
        return Optional.empty();
      }
    }
  }

  /**
   * Reads the addresses of the API server and the nodes, if they are not read anyway. A missing
   * permission is not a gap, because the program can declare the addresses.
   */
  private void ends(ReadExtent wanted) throws Stopped {
    boolean all = wanted != ReadExtent.NAMESPACES;
    boolean listed =
        switch (scope) {
          case Scope.Everywhere() -> all;
          case Scope.Within(var names) -> all && names.contains(BuiltinResources.OF_API_SERVER);
        };
    if (!listed) {
      for (ApiResource resource : BuiltinResources.API_SERVERS) {
        object(
            resource,
            resource.path(BuiltinResources.OF_API_SERVER) + "/" + BuiltinResources.API_SERVER);
      }
    }
    if (!all
        && list(BuiltinResources.NODES, BuiltinResources.NODES.path())
            instanceof Listing.Complete(var nodes)) {
      texts.addAll(nodes);
    }
  }

  /**
   * Reads a single namespace, for users who may not list them. Without it, the labels are unknown.
   */
  private void one(ApiResource resource, String name) {
    object(resource, resource.path() + "/" + ApiServer.escaped(name));
  }

  private void object(ApiResource resource, String path) {
    if (server.get(path, "application/json") instanceof ApiAnswer.Body(var json)) {
      ReadFields.of(resource.apiVersion(), resource.kind())
          .ifPresent(fields -> texts.add(new ObjectText(cluster).of(resource, fields, json)));
    }
  }

  private List<Diagnostic> missing(SortedSet<String> there) {
    List<Diagnostic> missing = new ArrayList<>();
    if (scope instanceof Scope.Within(var names)) {
      for (String name : names) {
        if (!there.contains(name)) {
          Diagnostic unknown =
              Diagnostic.errorIn(Code.ZC0642, cluster, "there is no namespace `" + name + "`");
          missing.add(
              NearestName.to(name, there)
                  .map(nearest -> unknown.help("did you mean `" + nearest + "`?"))
                  .orElse(unknown));
        }
      }
    }
    return missing;
  }

  private Coverage coverage(Optional<SortedSet<String>> there) {
    return switch (scope) {
      case Scope.Everywhere() -> new Coverage.Whole();
      case Scope.Within(var names) -> {
        if (there.isEmpty()) {
          yield new Coverage.Only(names);
        }
        SortedSet<String> left = new TreeSet<>(there.get());
        left.removeAll(names);
        yield new Coverage.Without(left);
      }
    };
  }

  private void read(ApiResource resource, boolean builtin) throws Stopped {
    if (scope instanceof Scope.Within(var names)
        && resource.namespaced()
        && staysWithin(resource)) {
      for (String name : names) {
        read(resource, builtin, resource.path(name), " of namespace `" + name + "`");
      }
    } else {
      read(resource, builtin, resource.path(), "");
    }
  }

  /** Reads the objects of a kind. A kind that is not read costs only what it would have told. */
  private void readDetails(DetailKind kind) throws Stopped {
    ApiResource resource =
        new ApiResource(kind.apiVersion(), kind.kind(), kind.plural(), kind.namespaced());
    if (scope instanceof Scope.Within(var names) && kind.namespaced()) {
      for (String name : names) {
        readDetails(kind, resource, resource.path(name), " of namespace `" + name + "`");
      }
    } else {
      readDetails(kind, resource, resource.path(), "");
    }
  }

  private void readDetails(DetailKind kind, ApiResource resource, String path, String where)
      throws Stopped {
    switch (list(resource, ReadFields.of(kind), path)) {
      case Listing.Complete(var read) -> texts.addAll(read);
      case Listing.Failed(ApiAnswer answer) -> {
        boolean unserved =
            kind.optional()
                && answer instanceof ApiAnswer.Refused refused
                && refused.status() == 404;
        absent.put(
            kind, unserved ? "the cluster does not serve them" : UnreadProblems.reason(answer));
        if (!unserved) {
          problems.add(unread.objects(resource, where, answer));
        }
      }
    }
  }

  /**
   * Whether objects of the kind affect only their own namespace. Those of service meshes can affect
   * the whole mesh.
   */
  private static boolean staysWithin(ApiResource resource) {
    return !MESHES.contains(resource.group());
  }

  private void read(ApiResource resource, boolean builtin, String path, String where)
      throws Stopped {
    switch (list(resource, path)) {
      case Listing.Complete(var read) -> {
        texts.addAll(read);
        silentBefore = false;
      }
      case Listing.Failed(ApiAnswer answer) -> {
        boolean silent = answer instanceof ApiAnswer.NoAnswer;
        if (silent && silentBefore) {
          throw new Stopped(unread.all(server, answer));
        }
        silentBefore = silent;
        // The kind may have been removed since discovery.
        boolean gone =
            !builtin && answer instanceof ApiAnswer.Refused refused && refused.status() == 404;
        if (!gone) {
          problems.add(unread.objects(resource, where, answer));
        }
      }
    }
  }

  private Listing list(ApiResource resource, String path) throws Stopped {
    ReadFields fields =
        BuiltinResources.ACCESS.contains(resource)
            ? ReadFields.ofAccess()
            : ReadFields.of(resource.apiVersion(), resource.kind())
                .orElseGet(ReadFields::ofUnknownKind);
    return list(resource, detailed ? fields.withDetails(resource.kind()) : fields, path);
  }

  private Listing list(ApiResource resource, ReadFields fields, String path) throws Stopped {
    int before = texts.size();
    Listing listing =
        pages.list(
            resource,
            fields,
            path,
            count -> progress.at(cluster, resource.plural(), before + count));
    if (listing instanceof Listing.Failed(ApiAnswer.Refused refused) && refused.status() == 401) {
      throw new Stopped(unread.all(server, refused));
    }
    return listing;
  }
}
