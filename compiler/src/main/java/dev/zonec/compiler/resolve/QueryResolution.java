package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Resolves the names of a query. */
public final class QueryResolution {
  private final List<Party> parties;
  private final SortedMap<String, Service> services;
  private final EndSuggestions suggestions;
  private final Problems problems;

  /**
   * @param program the program with the zones and externals
   * @param unused further parties that the query can name
   * @param services the services that the query can name
   * @param workloads the names of the declared workloads, such as {@code shop/web}; called only to
   *     explain an unknown name
   * @param problems collects unknown names
   */
  public QueryResolution(
      ZoneProgram program,
      List<? extends Party> unused,
      SortedMap<String, Service> services,
      Supplier<List<String>> workloads,
      Problems problems) {
    this.parties =
        Stream.of(program.zones(), program.externals(), unused)
            .<Party>flatMap(List::stream)
            .toList();
    this.services = services;
    this.suggestions = new EndSuggestions(parties, workloads);
    this.problems = problems;
  }

  /** Resolves {@code tree}; empty if and only if a problem was reported. */
  public Optional<Query> resolve(QueryTree tree) {
    Optional<Query.End> from = end(tree.from());
    Optional<Query.End> to = end(tree.to());
    from.ifPresent(this::checkFirst);
    to.ifPresent(this::checkSecond);
    Service service = new QueryServices(services, problems).resolve(tree.services());
    Query.Route route = route(tree);
    return from.isEmpty() || to.isEmpty() || problems.hasErrors()
        ? Optional.empty()
        : Optional.of(new Query(from.get(), tree.path(), to.get(), service, route));
  }

  /** Resolves {@code end}; empty if and only if a problem was reported. */
  public Optional<Query.End> resolve(QueryTree.End end) {
    Optional<Query.End> found = end(end);
    found.ifPresent(this::checkMembers);
    return problems.hasErrors() ? Optional.empty() : found;
  }

  private void checkMembers(Query.End end) {
    if (end instanceof Query.End.OfService(var namespace, var name, var span)) {
      problems.add(
          Diagnostic.error(Code.ZC0521, span, "a Service has no members")
              .note("`* -> svc/" + namespace + "/" + name + "` lists its back ends"));
    }
    if (end instanceof Query.End.Entrances(var span)) {
      problems.add(
          Diagnostic.error(Code.ZC0521, span, "an entrance has no members")
              .note("to ask what Ingresses and routes let in, write `ingress -> …`"));
    }
  }

  private Query.Route route(QueryTree tree) {
    OptionalInt within = OptionalInt.empty();
    List<Query.End> via = new ArrayList<>();
    List<Query.End> avoiding = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    for (QueryTree.Part part : tree.parts()) {
      Span span = part.span();
      if (!tree.path()) {
        problems.add(
            Diagnostic.error(Code.ZC0523, span, "`" + span.text() + "` applies to paths only")
                .help("to ask for paths, write `" + asPath(tree) + "`"));
      } else if (!seen.add(part.getClass())) {
        problems.add(
            Diagnostic.error(Code.ZC0104, span, "`" + word(part) + "` is written twice")
                .help(
                    part instanceof QueryTree.Part.Within
                        ? "remove one of them"
                        : "write several ends in braces: `" + word(part) + " {a, b}`"));
      }
      switch (part) {
        case QueryTree.Part.Within(Word hops, var nodeSpan) ->
            within = PathLength.of(hops, problems);
        case QueryTree.Part.Via(List<QueryTree.End> ends, var nodeSpan) ->
            ends.forEach(end -> end(end).ifPresent(e -> addBetween(e, via)));
        case QueryTree.Part.Avoiding(List<QueryTree.End> ends, var nodeSpan) ->
            ends.forEach(end -> end(end).ifPresent(e -> addBetween(e, avoiding)));
      }
    }
    return new Query.Route(within, via, avoiding);
  }

  private static String word(QueryTree.Part part) {
    return switch (part) {
      case QueryTree.Part.Within within -> "within";
      case QueryTree.Part.Via via -> "via";
      case QueryTree.Part.Avoiding avoiding -> "avoiding";
    };
  }

  /** Returns the query with {@code ~>} instead of {@code ->}, for helps. */
  private static String asPath(QueryTree tree) {
    Span to = tree.to().span().to(tree.parts().getLast().span());
    return tree.from().span().text() + " ~> " + to.text();
  }

  private void addBetween(Query.End end, List<Query.End> ends) {
    checkFirst(end);
    checkSecond(end);
    ends.add(end);
  }

  private void checkFirst(Query.End end) {
    if (end instanceof Query.End.OfService(var namespace, var name, var span)) {
      problems.add(
          Diagnostic.error(Code.ZC0521, span, "a Service does not open connections")
              .help("ask for its pods: `" + namespace + "/WORKLOAD -> …`"));
    }
  }

  private void checkSecond(Query.End end) {
    if (end instanceof Query.End.Entrances(var span)) {
      problems.add(
          Diagnostic.error(Code.ZC0521, span, "connections do not lead to an entrance")
              .note("to ask what Ingresses and routes let in, write `ingress -> …`"));
    }
  }

  private Optional<Query.End> end(QueryTree.End end) {
    return switch (end) {
      case QueryTree.End.Anywhere(var nodeSpan) ->
          Optional.of(new Query.End.Anywhere(nodeSpan.span()));
      case QueryTree.End.Pods pods -> Optional.of(pods(pods));
      case QueryTree.End.Named(Word word) -> named(word);
      case QueryTree.End.Part part -> part(part);
    };
  }

  private Query.End pods(QueryTree.End.Pods end) {
    Selector selector = new SelectorResolution(problems).resolve(end.requirements());
    PodSet.NamespaceSet namespaces =
        end.namespace().isEmpty()
            ? new PodSet.NamespaceSet.Selected(Selector.EVERYTHING)
            : new PodSet.NamespaceSet.Named(
                new TreeSet<>(end.namespace().stream().map(Word::text).toList()),
                Selector.EVERYTHING);
    return new Query.End.OfPods(
        new PodSet(List.of(new PodSet.Term(namespaces, selector))), end.span());
  }

  private Optional<Query.End> part(QueryTree.End.Part end) {
    Selector labels = new SelectorResolution(problems).resolve(end.requirements());
    String text = end.span().text();
    String inside = text.substring(text.indexOf('[') + 1, text.lastIndexOf(']'));
    Optional<Query.End> whole = named(end.word());
    if (whole.isPresent()
        && whole.get()
            instanceof Query.End.OfWorkload(var namespace, var name, var p, var l, var o)) {
      String part = inside.replaceAll("\\s", "");
      return Optional.of(new Query.End.OfWorkload(namespace, name, part, labels, end.span()));
    }
    if (whole.isPresent()) {
      problems.add(
          Diagnostic.error(Code.ZC0520, end.span(), "only a workload has parts: `" + text + "`")
              .help(
                  "name a workload, `namespace/workload["
                      + inside
                      + "]`, or ask for `pods("
                      + inside
                      + ")`"));
    }
    return Optional.empty();
  }

  private Optional<Query.End> named(Word word) {
    String text = word.text();
    Optional<Party> party =
        parties.stream().filter(candidate -> candidate.name().equals(text)).findFirst();
    if (party.isPresent()) {
      return Optional.of(new Query.End.OfParty(party.get(), word.span()));
    }
    Optional<Cidr> block = Cidr.parse(text).or(() -> IpAddress.parse(text).map(Cidr::only));
    if (block.isPresent()) {
      return Optional.of(
          new Query.End.OfAddresses(new IpBlock(block.get(), List.of()), word.span()));
    }
    if (text.equals("ingress")) {
      return Optional.of(new Query.End.Entrances(word.span()));
    }
    String[] parts = text.split("/", -1);
    if (parts.length == 3 && parts[0].equals("svc")) {
      return Optional.of(new Query.End.OfService(parts[1], parts[2], word.span()));
    }
    int slash = text.indexOf('/');
    if (slash > 0 && LabelSyntax.isDnsLabel(text.substring(0, slash))) {
      return Optional.of(
          new Query.End.OfWorkload(
              text.substring(0, slash), text.substring(slash + 1), word.span()));
    }
    unknownEnd(word);
    return Optional.empty();
  }

  private void unknownEnd(Word word) {
    if (word.text().equals("apiserver") || word.text().equals("nodes")) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0520, word.span(), "the addresses of `" + word + "` are not known")
              .help(
                  word.text().equals("nodes")
                      ? "pass the Nodes: `kubectl get nodes -o yaml`"
                      : "pass the Endpoints:"
                          + " `kubectl get endpoints kubernetes -n default -o yaml`")
              .help(
                  "or pass a program that declares them, such as `cluster { "
                      + word
                      + " 172.18.0.2/32 }`, or ask for an address"));
      return;
    }
    Diagnostic unknown =
        Diagnostic.error(Code.ZC0520, word.span(), "nothing is called `" + word + "`")
            .note(
                "an end is a zone, an external, `namespace/workload`, `svc/namespace/service`, an"
                    + " address, `pods(app=x) in namespace(y)`, `pods in namespace(y)`, `ingress`"
                    + " or `*`");
    problems.add(suggestions.help(word.text()).map(unknown::help).orElse(unknown));
  }
}
