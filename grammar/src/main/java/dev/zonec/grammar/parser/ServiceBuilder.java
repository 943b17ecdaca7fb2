package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds lists of services. */
final class ServiceBuilder {
  private final WordBuilder words;

  ServiceBuilder(WordBuilder words) {
    this.words = words;
  }

  Services services(ZoneParser.@Nullable ServicesContext context) {
    return context == null
        ? new Services.Anything()
        : new Services.Listed(terms(context.serviceTerm()));
  }

  List<ServiceTerm> terms(List<ZoneParser.ServiceTermContext> contexts) {
    return contexts.stream().map(this::term).toList();
  }

  private ServiceTerm term(ZoneParser.ServiceTermContext context) {
    return switch (context) {
      case ZoneParser.ServiceOrPortContext c -> new ServiceTerm.Plain(words.word(c.name()));
      case ZoneParser.PortOfParametersContext c -> new ServiceTerm.Plain(words.word(c));
      case ZoneParser.NamedPortContext c ->
          new ServiceTerm.NamedPort(
              words.word(c.name()), words.word(c.STRING().getSymbol()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such service: " + context.getClass());
    };
  }
}
