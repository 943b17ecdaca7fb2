package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.WaiverAttribute;
import java.util.List;

/** Builds waivers. */
final class WaiverBuilder {
  private final WordBuilder words;
  private final ServiceBuilder services;

  WaiverBuilder(WordBuilder words) {
    this.words = words;
    this.services = new ServiceBuilder(words);
  }

  Statement.Waive waive(List<String> docs, ZoneParser.WaiveStatementContext context) {
    List<WaiverAttribute> attributes =
        context.waiverAttributes() == null
            ? List.of()
            : context.waiverAttributes().waiverAttribute().stream().map(this::attribute).toList();
    return new Statement.Waive(
        docs,
        words.word(context.assertion),
        waived(context.waived()),
        attributes,
        words.nodeSpan(context));
  }

  private Waived waived(ZoneParser.WaivedContext context) {
    return switch (context) {
      case ZoneParser.WaivedConnectionsContext c ->
          new Waived.Connections(
              words.parties(c.from),
              words.parties(c.to),
              services.services(c.services()),
              words.nodeSpan(c));
      case ZoneParser.WaivedPathsContext c ->
          new Waived.Paths(words.parties(c.from), words.parties(c.to), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such waiver: " + context.getClass());
    };
  }

  private WaiverAttribute attribute(ZoneParser.WaiverAttributeContext context) {
    return switch (context) {
      case ZoneParser.WaiverReasonContext c ->
          new WaiverAttribute.Reason(words.word(c.STRING().getSymbol()), words.nodeSpan(c));
      case ZoneParser.WaiverTicketContext c ->
          new WaiverAttribute.Ticket(words.word(c.value()), words.nodeSpan(c));
      case ZoneParser.WaiverApprovalContext c ->
          new WaiverAttribute.ApprovedBy(words.word(c.approver), words.nodeSpan(c));
      case ZoneParser.WaiverExpiryContext c ->
          new WaiverAttribute.Expires(words.word(c.WORD().getSymbol()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such attribute: " + context.getClass());
    };
  }
}
