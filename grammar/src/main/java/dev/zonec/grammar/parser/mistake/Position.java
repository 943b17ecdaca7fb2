package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.function.Predicate;

/** The positions of unknown words. */
enum Position {
  /** At the beginning of a line where a statement can begin. */
  STATEMENT(at -> at.atStatement() && at.before(1).isEmpty()),
  /** On the line of a flow that could end before the word. */
  AFTER_FLOW(at -> at.atStatement() && at.firstOfLine().equals("allow")),
  /** On the line of a waiver that could end before the word. */
  AFTER_WAIVER(at -> at.atStatement() && at.firstOfLine().equals("waive")),
  /** On the line of an assertion that could end before the word. */
  AFTER_CLAIM(at -> at.atStatement() && at.firstOfLine().equals("assert")),
  /** Where a clause of a zone or an external can begin. */
  CLAUSE(
      at ->
          at.inside(ZoneParser.RULE_zoneStatement, ZoneParser.RULE_externalStatement)
              && at.expects(ZoneLexer.PODS)
              && !at.expects(ZoneLexer.WORD)),
  /** As CLAUSE, inside a selector or a list of blocks. */
  CONTINUED_CLAUSE(at -> CLAUSE.holds(at) && !at.before(1).equals("{")),
  /** Where a zone or an external is named. */
  END(at -> at.inside(ZoneParser.RULE_flow, ZoneParser.RULE_claim, ZoneParser.RULE_waived)),
  /** Where a zone or an external of a flow is named. */
  FLOW_END(at -> at.inside(ZoneParser.RULE_flow)),
  /** Among the attributes of a flow or waiver. */
  ATTRIBUTE(at -> at.inside(ZoneParser.RULE_attributes, ZoneParser.RULE_waiverAttributes)),
  /** In an assertion. */
  CLAIM(at -> at.inside(ZoneParser.RULE_assertStatement) && at.before(1).equals(":")),
  /** In {@code cluster}. */
  CLUSTER(at -> at.inside(ZoneParser.RULE_clusterStatement)),
  /** In {@code defaults}. */
  DEFAULTS(at -> at.inside(ZoneParser.RULE_defaultsStatement)),
  /** In a parameter's declaration. */
  PARAM(at -> at.inside(ZoneParser.RULE_paramStatement)),
  /** In the conditions of {@code when}. */
  CONDITION(
      at ->
          at.inside(ZoneParser.RULE_whenStatement)
              && (at.expects(ZoneLexer.LBRACE) || at.inside(ZoneParser.RULE_condition)));

  // The predicates are lambdas without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<UnexpectedToken> test;

  Position(Predicate<UnexpectedToken> test) {
    this.test = test;
  }

  boolean holds(UnexpectedToken at) {
    return test.test(at);
  }
}
