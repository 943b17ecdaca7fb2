package dev.zonec.application.graph;

import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.Question;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.EntranceRows;
import dev.zonec.verifier.query.InternetReach;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws what may connect.
 *
 * @param request the program and the manifests; without a program, the graph has no zones
 * @param subject what to draw
 * @param asWritten whether the graph is about the policies of the manifests only; otherwise the
 *     planned policies are added if the manifests have no policy of the program
 */
public record DrawGraph(QuestionRequest request, Subject subject, boolean asWritten) {
  private static final String NOT_ADDRESSES =
      "the program declares `internet` as something other than addresses, so what the internet"
          + " reaches cannot be drawn";

  private static final String NO_PATH = "a path is drawn: ask with ~>";

  private static final String NO_ZONES = "--by zone needs a program with zones";

  /** Reads the inputs and draws the graph, without folding it. */
  public QuestionOutcome<Graph> outcome() {
    return outcome(QuestionInputs.of(request));
  }

  /**
   * Draws the graph of inputs that are loaded already, without folding it.
   *
   * @param read the inputs of the request
   */
  public QuestionOutcome<Graph> outcome(QuestionInputs read) {
    return outcome(read, Optional.empty());
  }

  /**
   * Draws the graph of a program and its policies that were verified, without folding it.
   *
   * @param read the inputs that were verified
   */
  public QuestionOutcome<Graph> outcome(QuestionInputs read, VariantOutcome.Verified verified) {
    return outcome(read, Optional.of(GraphedPolicies.of(verified)));
  }

  private QuestionOutcome<Graph> outcome(QuestionInputs read, Optional<GraphedPolicies> policies) {
    return switch (read) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs when !request.manifests().given() ->
          new QuestionOutcome.NoManifests<>();
      case QuestionInputs.Ready inputs -> resolved(inputs, policies);
    };
  }

  private QuestionOutcome<Graph> resolved(
      QuestionInputs.Ready inputs, Optional<GraphedPolicies> policies) {
    Question.Resolution resolution =
        subject instanceof Subject.Blast(String end)
            ? Question.parseEnd(end, inputs.variant(), inputs::workloadNames)
            : Question.parse(subject.text(), inputs.variant(), inputs::workloadNames);
    return switch (resolution) {
      case Question.Resolution.Malformed(var problems) -> new QuestionOutcome.Malformed<>(problems);
      case Question.Resolution.Resolved(Question question) ->
          unsuitable(question, inputs)
              .<QuestionOutcome<Graph>>map(QuestionOutcome.Unsuitable::new)
              .orElseGet(() -> drawn(question, inputs, policies));
    };
  }

  private Optional<String> unsuitable(Question question, QuestionInputs.Ready inputs) {
    return switch (subject) {
      case Subject.Path path when !isPath(question) -> Optional.of(NO_PATH);
      case Subject.Exposure exposure when !isAddresses(question) -> Optional.of(NOT_ADDRESSES);
      case Subject.Everything(var by) when needsZones(by, inputs) -> Optional.of(NO_ZONES);
      case Subject.Change(var old, var by) when needsZones(by, inputs) -> Optional.of(NO_ZONES);
      case Subject.Everything everything -> Optional.empty();
      case Subject.Change change -> Optional.empty();
      case Subject.Path path -> Optional.empty();
      case Subject.Blast blast -> Optional.empty();
      case Subject.Exposure exposure -> Optional.empty();
    };
  }

  private static boolean isPath(Question question) {
    return question instanceof Question.Connections(Query query, var selectors) && query.path();
  }

  private static boolean isAddresses(Question question) {
    return question instanceof Question.Connections(Query query, var selectors)
        && query.from() instanceof Query.End.OfParty(Party party, var span)
        && party instanceof Party.Addresses;
  }

  private static boolean needsZones(Optional<By> by, QuestionInputs.Ready inputs) {
    return by.equals(Optional.of(By.ZONE)) && !hasZones(inputs);
  }

  private static boolean hasZones(QuestionInputs.Ready inputs) {
    return !inputs.program().zones().isEmpty() || !inputs.program().patterns().isEmpty();
  }

  private QuestionOutcome<Graph> drawn(
      Question question, QuestionInputs.Ready inputs, Optional<GraphedPolicies> policies) {
    AnsweredManifests about = inputs.manifests(question.selectors());
    return switch (policies.orElseGet(() -> GraphedPolicies.of(inputs, about.read(), asWritten))) {
      case GraphedPolicies.Rejected(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case GraphedPolicies.Known known -> drawn(question, inputs, about, known);
    };
  }

  private QuestionOutcome<Graph> drawn(
      Question question,
      QuestionInputs.Ready inputs,
      AnsweredManifests about,
      GraphedPolicies.Known known) {
    Progress.begin("drawing the graph");
    QueryEngine engine = new QueryEngine(known.world(), known.program(), inputs.reading());
    List<Diagnostic> unknown = question.unknownEnds(engine);
    if (!unknown.isEmpty()) {
      return new QuestionOutcome.UnknownEnds<>(about, unknown);
    }
    Drawing drawing = new Drawing(inputs, known, engine);
    List<Diagnostic> missing =
        new ArrayList<>(
            about.withUnreadEntrances(
                EntranceRows.missing(known.world()), UnreadEntrances.Result.TABLE));
    missing.addAll(about.emptyEnds(known.program(), question.ends()));
    return switch (subject) {
      case Subject.Everything(var by) -> answered(about, drawing.everything(by), missing);
      case Subject.Path path -> answered(about, drawing.path(query(question), path), missing);
      case Subject.Blast(String end) ->
          answered(about, drawing.blast(end, question.ends().getFirst()), missing);
      case Subject.Exposure exposure ->
          answered(about, drawing.exposure(question.ends().getFirst()), missing);
      case Subject.Change change -> changed(change, about, drawing, missing);
    };
  }

  private static QuestionOutcome<Graph> answered(
      AnsweredManifests about, Graph graph, List<Diagnostic> missing) {
    Graph honest =
        about.covers(missing)
            ? graph
            : graph.noting(
                List.of("incomplete: an input is not covered, so connections may be missing"));
    return new QuestionOutcome.Answered<>(about, honest, missing);
  }

  private static Query query(Question question) {
    return switch (question) {
      case Question.Connections(Query query, var selectors) -> query;
      case Question.Members members -> throw new IllegalStateException("no path: " + members);
    };
  }

  private QuestionOutcome<Graph> changed(
      Subject.Change change, AnsweredManifests about, Drawing after, List<Diagnostic> missing) {
    return switch (QuestionInputs.of(
        new QuestionRequest(request.program(), change.old(), request.reading()))) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs -> {
        AnsweredManifests old = inputs.manifests(inputs.program().podSelectors());
        yield switch (GraphedPolicies.of(inputs, old.read(), asWritten)) {
          case GraphedPolicies.Rejected(var problems) -> new QuestionOutcome.Unusable<>(problems);
          case GraphedPolicies.Known known -> {
            List<Diagnostic> all = new ArrayList<>(old.gaps());
            all.addAll(missing);
            World world = known.world().declaring(after.known().world().namespaces());
            Drawing before =
                new Drawing(
                    inputs,
                    new GraphedPolicies.Known(
                        world, known.program(), known.origins(), known.text()),
                    new QueryEngine(world, known.program(), inputs.reading()));
            yield answered(about, after.declaring(world).change(before, change.by()), all);
          }
        };
      }
    };
  }

  /**
   * The drawing of one world.
   *
   * @param engine answers questions about the world
   */
  private record Drawing(
      QuestionInputs.Ready inputs, GraphedPolicies.Known known, QueryEngine engine) {
    /** Returns the drawing of the same world with the namespaces that {@code other} declares. */
    Drawing declaring(World other) {
      World world = known.world().declaring(other.namespaces());
      return new Drawing(
          inputs,
          new GraphedPolicies.Known(world, known.program(), known.origins(), known.text()),
          new QueryEngine(world, known.program(), inputs.reading()));
    }

    private NestedZones zones() {
      return new NestedZones(inputs.variant(), known.program());
    }

    private By by(Optional<By> asked) {
      return asked.orElse(hasZones(inputs) ? By.ZONE : By.WORKLOAD);
    }

    private Places places(By by) {
      return switch (by) {
        case ZONE -> new ZonePlaces(known.world(), known.program(), zones());
        case NAMESPACE -> new NamespacePlaces(known.program());
        case WORKLOAD -> new WorkloadPlaces(known.world(), known.program(), zones());
      };
    }

    private String subtitle() {
      return (inputs.given() ? "program " + known.program().module() + "; " : "")
          + known.text()
          + "; pods of the manifests"
          + (inputs.reading().permissive() ? "" : "; --semantics must");
    }

    Graph everything(Optional<By> asked) {
      By by = by(asked);
      GraphParts parts = new GraphParts();
      Places places = places(by);
      List<String> notes = new ArrayList<>();
      EndGroups groups = groups(places);
      boolean rules = all(groups, places).addTo(parts);
      FlowsWithoutPods flows = new FlowsWithoutPods(inputs.program(), groups.connected().ends());
      if (places instanceof ZonePlaces zones) {
        flows.addTo(parts, zones);
      } else if (!flows.flows().isEmpty()) {
        notes.add("not drawn: flows of zones without pods; --by zone shows them");
      }
      if (!rules) {
        notes.add(tooMany());
      }
      Graph graph =
          AlikeNodes.merged(
              parts.graph(
                  "What may connect, by " + by, subtitle(), places.groups(), places.layers()),
              parts.alike());
      return graph.noting(notes);
    }

    private static String tooMany() {
      return "the rules are not listed: more than "
          + AllConnections.MOST_PAIRS
          + " pairs of ends connect";
    }

    private EndGroups groups(Places places) {
      return EndGroups.of(engine, known.world(), known.program(), places);
    }

    private AllConnections all(EndGroups groups, Places places) {
      return new AllConnections(groups, known.program(), places, new Decided(known.origins()));
    }

    private PathDrawing paths() {
      return new PathDrawing(
          new WorkloadPlaces(known.world(), known.program(), zones()),
          new PairKinds(known.program()),
          new Decided(known.origins()));
    }

    Graph path(Query query, Subject.Path asked) {
      List<Answer.Path> paths =
          engine.answer(query, 1) instanceof Answer.Paths(var found, boolean cut)
              ? found
              : List.of();
      Graph graph = paths().paths("Shortest path " + asked.question(), subtitle(), paths);
      return paths.isEmpty()
          ? graph.with(List.of(), List.of(), List.of(), List.of("there is no path"))
          : AlikeNodes.merged(graph).explaining();
    }

    Graph blast(String text, Query.End end) {
      BlastRadius radius = engine.blastRadius(end);
      Graph graph = paths().blast("What " + text + " reaches", subtitle(), radius);
      return AlikeNodes.merged(graph);
    }

    Graph exposure(Query.End outside) {
      InternetReach reach = engine.internetReach(outside);
      Graph graph = paths().exposure("What the internet reaches", subtitle(), reach);
      List<String> hidden = new ArrayList<>();
      for (int i = 0; i < reach.workloads().size(); i++) {
        if (!reach.isAdmitted(i)) {
          hidden.add(reach.workloads().get(i).namespace() + "/" + reach.workloads().get(i).name());
        }
      }
      List<String> notes =
          hidden.isEmpty() ? List.of() : List.of("not reached: " + Notes.names(hidden));
      Graph merged = AlikeNodes.merged(graph);
      return merged.noting(notes);
    }

    Graph change(Drawing before, Optional<By> asked) {
      By by = by(asked);
      Places then = before.places(by);
      Places now = places(by);
      GraphParts old = new GraphParts();
      GraphParts open = new GraphParts();
      EndGroups ends = groups(now);
      EndGroups oldEnds = before.groups(then);
      EndGroups divided = oldEnds.dividedBy(ends, before.known().program());
      boolean rules = before.all(divided, then).addTo(old);
      rules &= all(ends.dividedBy(oldEnds, known.program()), now).addTo(open);
      ChangeDrawing change = new ChangeDrawing(old, open);
      GraphParts changed = change.parts();
      List<Graph.Group> groups = new ArrayList<>(now.groups());
      then.groups().stream().filter(group -> !groups.contains(group)).forEach(groups::add);
      Graph graph =
          AlikeNodes.merged(
              changed.graph(
                  "What the change opens and closes, by " + by, subtitle(), groups, now.layers()),
              changed.alike());
      List<String> notes = new ArrayList<>();
      if (graph.edges().isEmpty()) {
        notes.add("no connection of these pods changes");
      }
      if (change.unchanged() > 0) {
        notes.add(
            "not drawn: "
                + Counted.of(change.unchanged(), "pair", "pairs")
                + " of nodes without a difference");
      }
      if (!rules) {
        notes.add(tooMany());
      }
      return graph.noting(notes);
    }
  }
}
