package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The form of each statement, for helps if nothing better is known. */
final class StatementForm {
  private static final Map<Integer, String> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put(ZoneParser.RULE_attributes, "write `{ owner @team  reason \"…\" }`");
    FORMS.put(
        ZoneParser.RULE_waiverAttributes,
        "write `{ reason \"…\"  approved_by @team  expires 2027-06-30 }`");
    FORMS.put(ZoneParser.RULE_moduleStatement, "write `module shop.web`");
    FORMS.put(ZoneParser.RULE_importStatement, "write `import \"PATH\" as NAME`");
    FORMS.put(ZoneParser.RULE_paramStatement, "write `param env : enum(dev, prod) = dev`");
    FORMS.put(
        ZoneParser.RULE_clusterStatement,
        "write `cluster { pods 10.244.0.0/16  services 10.96.0.0/12  nodes 172.18.0.0/16 }`");
    FORMS.put(
        ZoneParser.RULE_defaultsStatement,
        "write `defaults { ingress deny  egress deny  dns allow  unzoned deny }`");
    FORMS.put(ZoneParser.RULE_assumeStatement, "write `assume namespaces declared`");
    FORMS.put(ZoneParser.RULE_zoneStatement, "write `zone NAME { namespace shop  pods app=web }`");
    FORMS.put(ZoneParser.RULE_externalStatement, "write `external NAME { cidr 203.0.113.0/24 }`");
    FORMS.put(ZoneParser.RULE_serviceStatement, "write `service http = tcp/8080`");
    FORMS.put(ZoneParser.RULE_allowStatement, "write `allow A -> B : tcp/8080`");
    FORMS.put(
        ZoneParser.RULE_assertStatement,
        "write `assert NAME: never A -> B`; the other claims are `no path A ~> B`, `only A -> B`,"
            + " `isolated A`, `reachable A -> B` and `tiers adjacent in {A, B}`");
    FORMS.put(
        ZoneParser.RULE_trustStatement,
        "write `trust label KEY tenant`, `admin-only` or `immutable`");
    FORMS.put(
        ZoneParser.RULE_disjointStatement, "write `disjoint a, b` or `disjoint children of z`");
    FORMS.put(
        ZoneParser.RULE_waiveStatement,
        "write `waive ASSERTION for A -> B { reason \"…\"  approved_by @team  expires 2027-06-30"
            + " }`");
    FORMS.put(
        ZoneParser.RULE_emitStatement,
        "write `emit { labels { KEY: VALUE }  annotations { KEY: \"VALUE\" } }`");
    FORMS.put(ZoneParser.RULE_whenStatement, "write `when env = prod { … }`");
    FORMS.put(
        ZoneParser.RULE_foreachStatement,
        "write `foreach namespace with tenant=true { … }`, with `as NAME` for another name");
    FORMS.put(
        ZoneParser.RULE_query,
        "write a question such as `web -> db`, `web ~> db within 3 hops`, `* -> shop/db : tcp/5432`"
            + " or `resolve web`");
  }

  private StatementForm() {}

  /** Returns the form of the innermost statement or list that is being parsed. */
  static Guess of(UnexpectedToken at) {
    if (at.atStatement() && at.before(1).isEmpty()) {
      return Guess.of(
          "`" + at.found().getText() + "` does not begin a statement",
          "write a statement such as `zone NAME { … }`, `external NAME { … }`, `allow A -> B :"
              + " tcp/8080` or `assert NAME: never A -> B`");
    }
    return Guess.help(
        Optional.ofNullable(FORMS.get(at.innermost(FORMS.keySet())))
            .orElse(
                "the statement before ends here; begin the next one with a word such as `zone`,"
                    + " `allow` or `assert`"));
  }
}
