/**
 * The zone language: what a `.zone` file can hold, as the grammar of zonec reads it. Queries and
 * expectations stand in no such file and are left out.
 *
 * A keyword is a name wherever the language lets it be one: tree-sitter takes a word for a keyword
 * only where the keyword can stand.
 */

const keywords = require('./keywords.json');

const known = new Set([...keywords.statements, ...keywords.clauses]);
const used = new Set();

function keyword(word) {
  if (!known.has(word)) {
    throw new Error(`${word} is not a keyword of a zone program`);
  }
  used.add(word);
  return word;
}

function list(rule) {
  return seq(rule, repeat(seq(',', rule)));
}

function block(...rules) {
  return seq('{', repeat(choice(...rules)), '}');
}

const WORD = /[A-Za-z0-9_]([A-Za-z0-9_.\/-]*[A-Za-z0-9_])?/;
const PARTS = '[A-Za-z0-9_./-]*';
const HOLE = '\\$\\{[A-Za-z][A-Za-z0-9_-]*\\}';

const zone = grammar({
  name: 'zone',

  word: $ => $._word,

  extras: $ => [/[ \t\r\n\f]/, $.comment, $.doc_comment],

  conflicts: $ => [
    // In a set, a comma can end the ports of a party or separate them.
    [$.services],
    // `other` before a keyword that can be a name too.
    [$._name, $.party],
    [$._name, $.member],
  ],

  rules: {
    program: $ => repeat(choice($._outer_statement, $._inner_statement)),

    _outer_statement: $ =>
      choice($.module_statement, $.import_statement, $.param_statement, $.when_statement),

    _inner_statement: $ => choice($.foreach_statement, $._statement),

    _statement: $ =>
      choice(
        $.cluster_statement,
        $.defaults_statement,
        $.assume_statement,
        $.zone_statement,
        $.service_statement,
        $.external_statement,
        $.allow_statement,
        $.assert_statement,
        $.trust_statement,
        $.disjoint_statement,
        $.waive_statement,
        $.emit_statement,
      ),

    // ---- the program as a whole

    module_statement: $ => seq(keyword('module'), field('name', $._name)),

    import_statement: $ =>
      seq(keyword('import'), field('path', $.string), keyword('as'), field('name', $._name)),

    param_statement: $ =>
      seq(
        keyword('param'),
        field('name', $._name),
        ':',
        field('type', $.param_type),
        optional(seq($._equal, field('default', $._param_default))),
      ),

    param_type: $ =>
      seq(
        field('name', $._name),
        optional(choice(seq('(', list($._any_word), ')'), seq('[', ']'))),
      ),

    _param_default: $ =>
      choice($._any_word, $.string, $._ipv6_address, seq('[', optional(list($._address)), ']')),

    when_statement: $ =>
      seq(keyword('when'), list($.condition), field('body', $.statements)),

    condition: $ =>
      seq(
        field('param', $._name),
        choice(
          seq(choice($._equal, '!='), $._any_word),
          seq(choice(keyword('in'), keyword('notin')), '(', list($._any_word), ')'),
        ),
      ),

    statements: $ => block($._inner_statement),

    cluster_statement: $ => seq(keyword('cluster'), field('body', $.cluster_body)),

    cluster_body: $ => block($.cluster_clause),

    cluster_clause: $ =>
      seq(
        choice(keyword('pods'), keyword('services'), keyword('nodes'), keyword('apiserver')),
        list($._address),
      ),

    defaults_statement: $ => seq(keyword('defaults'), field('body', $.defaults_body)),

    defaults_body: $ => block($.defaults_clause),

    defaults_clause: $ =>
      seq(
        choice(keyword('ingress'), keyword('egress'), keyword('dns'), keyword('unzoned')),
        choice(keyword('allow'), keyword('deny')),
      ),

    assume_statement: $ => seq(keyword('assume'), keyword('namespaces'), keyword('declared')),

    emit_statement: $ => seq(keyword('emit'), field('body', $.emit_body)),

    emit_body: $ => block($.emit_clause),

    emit_clause: $ =>
      seq(choice(keyword('labels'), keyword('annotations')), field('body', $.metadata)),

    metadata: $ => block($.metadata_entry),

    metadata_entry: $ => seq(field('key', $._key), ':', field('value', $._label_value)),

    foreach_statement: $ =>
      seq(
        keyword('foreach'),
        keyword('namespace'),
        keyword('with'),
        $.selector,
        optional(seq(keyword('as'), field('name', $._name))),
        field('body', alias($.foreach_body, $.statements)),
      ),

    foreach_body: $ => block($._statement),

    // ---- who: zones and externals

    zone_statement: $ =>
      seq(
        keyword('zone'),
        field('name', $._name),
        optional(seq(keyword('in'), field('parent', $._name))),
        optional(seq(keyword('tier'), field('tier', $._name))),
        field('body', $.zone_body),
      ),

    zone_body: $ => block($._zone_clause, $.zone_default),

    _zone_clause: $ => choice($.namespace_clause, $.namespaces_clause, $.pods_clause),

    namespace_clause: $ =>
      seq(keyword('namespace'), list(field('namespace', choice($._any_word, $.template)))),

    namespaces_clause: $ => seq(keyword('namespaces'), $.selector),

    pods_clause: $ => seq(keyword('pods'), $.selector),

    zone_default: $ =>
      seq(
        choice(keyword('ingress'), keyword('egress')),
        choice(keyword('allow'), keyword('deny')),
      ),

    external_statement: $ =>
      seq(
        keyword('external'),
        field('name', $._name),
        optional(keyword('relay')),
        optional(keyword('open')),
        field('body', $.external_body),
      ),

    external_body: $ => block($.cidr_clause, $._zone_clause),

    cidr_clause: $ =>
      seq(
        keyword('cidr'),
        list($._address),
        optional(seq(keyword('except'), list($._address))),
      ),

    // ---- selectors, with Kubernetes' own syntax

    selector: $ => list($.requirement),

    requirement: $ =>
      choice(
        seq('!', field('key', $._key)),
        seq(
          field('key', $._key),
          optional(
            choice(
              seq(choice($._equal, '!='), field('value', $._label_value)),
              seq(
                choice(keyword('in'), keyword('notin')),
                '(',
                list(field('value', $._label_value)),
                ')',
              ),
            ),
          ),
        ),
      ),

    // ---- what: services

    service_statement: $ =>
      seq(keyword('service'), field('name', $._name), $._equal, list($.service_term)),

    service_term: $ =>
      prec.dynamic(1, choice(seq($._name, optional(seq('/', $.string))), $.template)),

    services: $ => seq(':', list($.service_term)),

    // ---- flows

    allow_statement: $ =>
      seq(
        keyword('allow'),
        choice(
          seq(keyword('within'), $._parties),
          seq(field('from', $._parties), choice('->', '<->'), field('to', $._parties)),
        ),
        optional($.services),
        optional($.attributes),
      ),

    _parties: $ => choice($.party, $.party_set),

    party: $ => seq(optional(keyword('other')), field('name', $._name)),

    party_set: $ =>
      seq(
        '{',
        list(alias($.member, $.party)),
        optional(seq(keyword('except'), list(field('except', $._name)))),
        '}',
      ),

    member: $ => seq(optional(keyword('other')), field('name', $._name), optional($.services)),

    attributes: $ => block($.attribute),

    attribute: $ =>
      choice(
        seq(keyword('owner'), choice($.handle, $._any_word, $.string)),
        seq(keyword('reason'), $.string),
        seq(keyword('ticket'), choice($._any_word, $.string)),
        seq(keyword('expires'), $._any_word),
      ),

    // ---- assertions

    assert_statement: $ =>
      seq(keyword('assert'), field('name', $._name), ':', field('claim', $.claim)),

    claim: $ =>
      choice(
        seq(keyword('never'), $._connection),
        seq(
          keyword('no'),
          keyword('path'),
          $._path,
          optional(seq(keyword('except'), keyword('via'), field('via', $._parties))),
          optional(seq(keyword('within'), $._any_word, keyword('hops'))),
        ),
        seq(
          keyword('only'),
          field('from', $._parties),
          optional(seq(keyword('of'), field('among', $._parties))),
          '->',
          field('to', $._parties),
          optional($.services),
        ),
        seq(keyword('isolated'), $._parties),
        seq(keyword('reachable'), $._connection),
        seq(keyword('tiers'), keyword('adjacent'), keyword('in'), $._parties),
      ),

    _connection: $ =>
      seq(field('from', $._parties), '->', field('to', $._parties), optional($.services)),

    _path: $ => seq(field('from', $._parties), '~>', field('to', $._parties)),

    // ---- what a proof may lean on, and what it may leave out

    trust_statement: $ =>
      seq(
        keyword('trust'),
        keyword('label'),
        field('label', $._key),
        choice(keyword('tenant'), keyword('admin-only'), keyword('immutable')),
        optional(seq(keyword('by'), list($.label_setter))),
      ),

    label_setter: $ =>
      seq(
        choice(
          keyword('serviceaccount'),
          keyword('user'),
          keyword('group'),
          keyword('namespace'),
        ),
        choice($._any_word, $.string),
      ),

    disjoint_statement: $ =>
      seq(
        keyword('disjoint'),
        choice(
          seq(keyword('children'), keyword('of'), field('parent', $._name)),
          list(field('zone', $._name)),
        ),
      ),

    waive_statement: $ =>
      seq(
        keyword('waive'),
        field('assertion', $._name),
        keyword('for'),
        choice($._connection, $._path),
        optional(alias($.waiver_attributes, $.attributes)),
      ),

    waiver_attributes: $ => block(alias($.waiver_attribute, $.attribute)),

    waiver_attribute: $ =>
      choice(
        seq(keyword('reason'), $.string),
        seq(keyword('ticket'), choice($._any_word, $.string)),
        seq(keyword('approved_by'), choice($.handle, $._any_word, $.string)),
        seq(keyword('expires'), $._any_word),
      ),

    // ---- words

    // The keywords are those that can stand where a name can.
    _name: $ =>
      choice(
        alias($._word, $.name),
        ...['other', 'within', 'children', 'except', 'of'].map(each =>
          alias(keyword(each), $.name),
        ),
      ),

    _any_word: $ => alias($._word, $.word),

    _key: $ => alias($._word, $.key),

    _label_value: $ => choice($._any_word, $.string, $.template),

    _address: $ => choice(alias($._word, $.address), $._ipv6_address, $.template),

    _ipv6_address: $ => alias($.ipv6_address, $.address),

    _equal: $ => choice('=', '=='),

    _word: $ => WORD,

    template: $ =>
      token(
        new RegExp(
          `([A-Za-z0-9_]${PARTS})?${HOLE}(${PARTS}${HOLE})*(${PARTS}[A-Za-z0-9_])?`,
        ),
      ),

    ipv6_address: $ => /[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(\/[0-9]+)?/,

    handle: $ => /@[A-Za-z0-9_.\/-]+/,

    string: $ => /"(\\["\\]|[^"\\\r\n])*"/,

    doc_comment: $ => token(prec(1, /##[^\r\n]*/)),

    comment: $ => token(/#[^\r\n]*/),
  },
});

for (const word of known) {
  if (!used.has(word)) {
    throw new Error(`the grammar does not read the keyword ${word}`);
  }
}

module.exports = zone;
