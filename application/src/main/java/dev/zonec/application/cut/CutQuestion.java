package dev.zonec.application.cut;

import dev.zonec.application.question.Question;
import dev.zonec.application.verify.Verify;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;

/** A question about paths that rules are to close. */
sealed interface CutQuestion {
  /**
   * The question cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Malformed(List<Diagnostic> problems) implements CutQuestion {}

  /** The paths, as an assertion that there is none. */
  record Asked(Assertion.NoPath noPath) implements CutQuestion {}

  /** Resolves the question {@code text} for {@code variant}. */
  static CutQuestion of(String text, LoadedVariant variant, Verify.Ready ready) {
    World world = ready.read().world();
    return switch (Question.parse(text, variant, world::workloadNames)) {
      case Question.Resolution.Malformed(var problems) -> new Malformed(problems);
      case Question.Resolution.Resolved(Question.Connections(Query query, var selectors)) ->
          asked(text, query, variant, ready);
      case Question.Resolution.Resolved(Question.Members members) ->
          new Malformed(List.of(unsuitable(members.end().span(), "ask for paths, as in `a ~> b`")));
    };
  }

  private static Diagnostic unsuitable(Span span, String why) {
    return Diagnostic.error(Code.ZC1506, span, why);
  }

  private static CutQuestion asked(
      String text, Query query, LoadedVariant variant, Verify.Ready ready) {
    World world = ready.read().world();
    Span whole = new Span(new SourceText("(question)", text), 0, text.length());
    List<Diagnostic> problems = new ArrayList<>();
    if (!query.path()) {
      problems.add(unsuitable(whole, "a cut closes paths: ask with `~>`"));
    }
    if (!(query.service() instanceof Service.Anything)) {
      problems.add(unsuitable(whole, "a cut closes paths on any port: leave the ports out"));
    }
    if (!query.route().via().isEmpty()) {
      problems.add(
          unsuitable(
              query.route().via().getFirst().span(),
              "a cut closes all paths, not those `via` an end"));
    }
    QueryEngine engine = new QueryEngine(world, variant.program(), ready.request().may());
    problems.addAll(engine.problems(query));
    if (!problems.isEmpty()) {
      return new Malformed(problems);
    }
    EndParties parties = new EndParties(engine);
    List<Party> from = parties.of(query.from(), problems);
    List<Party> to = parties.of(query.to(), problems);
    List<Party> avoided = new ArrayList<>();
    query.route().avoiding().forEach(end -> avoided.addAll(parties.of(end, problems)));
    return problems.isEmpty()
        ? new Asked(new Assertion.NoPath("cut", from, to, avoided, query.route().within(), whole))
        : new Malformed(problems);
  }
}
