package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
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
    FORMS.put(
        ZoneParser.RULE_expectation,
        "write `expect allowed A -> B : tcp/8080`, `expect denied A -> B`, `expect path A ~> B` or"
            + " `expect no path A ~> B`, one on each line");
  }

  private static final Map<String, Integer> BY_WORD =
      Map.ofEntries(
          Map.entry("module", ZoneParser.RULE_moduleStatement),
          Map.entry("import", ZoneParser.RULE_importStatement),
          Map.entry("param", ZoneParser.RULE_paramStatement),
          Map.entry("cluster", ZoneParser.RULE_clusterStatement),
          Map.entry("defaults", ZoneParser.RULE_defaultsStatement),
          Map.entry("assume", ZoneParser.RULE_assumeStatement),
          Map.entry("zone", ZoneParser.RULE_zoneStatement),
          Map.entry("external", ZoneParser.RULE_externalStatement),
          Map.entry("service", ZoneParser.RULE_serviceStatement),
          Map.entry("allow", ZoneParser.RULE_allowStatement),
          Map.entry("trust", ZoneParser.RULE_trustStatement),
          Map.entry("disjoint", ZoneParser.RULE_disjointStatement),
          Map.entry("waive", ZoneParser.RULE_waiveStatement),
          Map.entry("emit", ZoneParser.RULE_emitStatement),
          Map.entry("when", ZoneParser.RULE_whenStatement),
          Map.entry("foreach", ZoneParser.RULE_foreachStatement));

  private StatementForm() {}

  /** Returns the form of the innermost statement or list that is being parsed. */
  static Guess of(UnexpectedToken at) {
    if (at.inside(ZoneParser.RULE_assertStatement) || ofAssertion(at)) {
      String claim = ClaimForm.of(at.ofLine());
      return ofAssertion(at) ? tooMuch(at, "assertion", claim) : Guess.help(claim);
    }
    String form =
        at.atStatement() && BY_WORD.containsKey(at.firstOfLine())
            ? FORMS.getOrDefault(BY_WORD.getOrDefault(at.firstOfLine(), -1), "")
            : "";
    if (!form.isEmpty()) {
      return tooMuch(
          at,
          at.firstOfLine().equals("allow") ? "flow" : "`" + at.firstOfLine() + "` statement",
          form);
    }
    if (at.atStatement() && at.before(1).isEmpty() && at.typeAfter(1) == ZoneLexer.EQUAL) {
      return Guess.of(
          "there are no assignments",
          "to name ports, write `service "
              + at.found().getText()
              + " = tcp/8080`; to name pods, write `zone "
              + at.found().getText()
              + " { namespace shop  pods app=web }`");
    }
    if (at.atStatement() && at.before(1).isEmpty() && at.isFound(ZoneLexer.HANDLE)) {
      return Guess.of(
          "an annotation does not begin a statement",
          "write the owner and the reason of a flow in braces: `allow A -> B : tcp/8080 { owner"
              + " @team  reason \"…\" }`");
    }
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

  private static boolean ofAssertion(UnexpectedToken at) {
    return at.atStatement() && at.firstOfLine().equals("assert");
  }

  /** The token follows a statement that is complete, on the same line. */
  private static Guess tooMuch(UnexpectedToken at, String statement, String form) {
    String found = at.found().getText();
    String shown = found.length() > 40 ? found.substring(0, 39) + "…" : found;
    return Guess.of("`" + shown + "` does not belong to the " + statement + " before it", form);
  }
}
