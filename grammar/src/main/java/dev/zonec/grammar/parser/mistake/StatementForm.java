package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How each statement is written, for where nothing better can be said. */
final class StatementForm {
  private static final Map<Integer, String> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put(ZoneParser.RULE_attributes, "attributes are written `{ owner @team  reason \"…\" }`");
    FORMS.put(
        ZoneParser.RULE_waiverAttributes,
        "write `{ reason \"…\"  approved_by @team  expires 2027-06-30 }`");
    FORMS.put(ZoneParser.RULE_moduleStatement, "a module is named `module shop.web`");
    FORMS.put(ZoneParser.RULE_importStatement, "an import is written `import \"PATH\" as NAME`");
    FORMS.put(
        ZoneParser.RULE_paramStatement,
        "a parameter is written `param env : enum(dev, prod) = dev`");
    FORMS.put(
        ZoneParser.RULE_clusterStatement,
        "write `cluster { pods 10.244.0.0/16  services 10.96.0.0/12  nodes 172.18.0.0/16 }`");
    FORMS.put(
        ZoneParser.RULE_defaultsStatement,
        "write `defaults { ingress deny  egress deny  dns allow  unzoned deny }`");
    FORMS.put(ZoneParser.RULE_assumeStatement, "write `assume namespaces declared`");
    FORMS.put(
        ZoneParser.RULE_zoneStatement,
        "a zone is written `zone NAME { namespace shop  pods app=web }`");
    FORMS.put(
        ZoneParser.RULE_externalStatement,
        "an external is written `external NAME { cidr 203.0.113.0/24 }`");
    FORMS.put(ZoneParser.RULE_serviceStatement, "a service is written `service http = tcp/8080`");
    FORMS.put(ZoneParser.RULE_allowStatement, "a flow is written `allow A -> B : tcp/8080`");
    FORMS.put(
        ZoneParser.RULE_assertStatement,
        "an assertion is written `assert NAME: never A -> B`; the other claims are `no path A ~>"
            + " B`, `only A -> B`, `isolated A`, `reachable A -> B` and `tiers adjacent in {A,"
            + " B}`");
    FORMS.put(
        ZoneParser.RULE_trustStatement,
        "write `trust label KEY tenant`, `admin-only` or `immutable`");
    FORMS.put(
        ZoneParser.RULE_disjointStatement, "write `disjoint a, b` or `disjoint children of z`");
    FORMS.put(
        ZoneParser.RULE_waiveStatement,
        "a waiver is written `waive ASSERTION for A -> B { reason \"…\"  approved_by @team  expires"
            + " 2027-06-30 }`");
    FORMS.put(
        ZoneParser.RULE_emitStatement,
        "write `emit { labels { KEY: VALUE }  annotations { KEY: \"VALUE\" } }`");
    FORMS.put(ZoneParser.RULE_whenStatement, "conditions are written `when env = prod { … }`");
    FORMS.put(
        ZoneParser.RULE_query,
        "a question is such as `web -> db`, `web ~> db within 3 hops`, `* -> shop/db : tcp/5432` or"
            + " `resolve web`");
  }

  private StatementForm() {}

  /** The form of the innermost statement or list that is being read. */
  static Guess of(Situation at) {
    if (at.atStatement() && at.before(1).isEmpty()) {
      return Guess.of(
          "`" + at.found().getText() + "` begins no statement",
          "a program is made of statements such as `zone NAME { … }`, `external NAME { … }`,"
              + " `allow A -> B : tcp/8080` and `assert NAME: never A -> B`");
    }
    return Guess.help(
        Optional.ofNullable(FORMS.get(at.innermost(FORMS.keySet())))
            .orElse(
                "the statement before ends here; another one begins with a word such as `zone`,"
                    + " `allow` or `assert`"));
  }
}
