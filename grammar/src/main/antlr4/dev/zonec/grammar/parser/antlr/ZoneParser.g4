// The zone language. It has no recursive rule: nesting is bounded by the grammar itself.
parser grammar ZoneParser;

options { tokenVocab = ZoneLexer; }

program : ( outerStatement | innerStatement )* EOF ;

// Statements of a whole source: they do not stand in `when`.
outerStatement
  : moduleStatement
  | importStatement
  | paramStatement
  | whenStatement
  ;

// What may stand in `when` too.
innerStatement : foreachStatement | statement ;

statement
  : clusterStatement
  | defaultsStatement
  | assumeStatement
  | zoneStatement
  | serviceStatement
  | externalStatement
  | allowStatement
  | assertStatement
  | trustStatement
  | disjointStatement
  | waiveStatement
  | emitStatement
  ;

// ---- the program as a whole

moduleStatement : MODULE name ;

importStatement : IMPORT path=STRING AS name ;

// ---- parameters

paramStatement : PARAM name COLON paramType ( EQUAL paramDefault )? ;

// Which types there are is no matter of syntax: enum(a, b), cidr[], string, port.
paramType
  : name LPAREN word ( COMMA word )* RPAREN   # choiceType
  | name LBRACKET RBRACKET                    # listType
  | name                                      # plainType
  ;

paramDefault
  : value                                                   # oneValue
  | IPV6                                                    # oneIpv6Value
  | LBRACKET ( address ( COMMA address )* )? RBRACKET       # listOfValues
  ;

whenStatement : WHEN condition ( COMMA condition )* LBRACE innerStatement* RBRACE ;

condition
  : name EQUAL word                                    # paramIs
  | name NOT_EQUAL word                                # paramIsNot
  | name IN LPAREN word ( COMMA word )* RPAREN         # paramIsIn
  | name NOTIN LPAREN word ( COMMA word )* RPAREN      # paramIsNotIn
  ;

clusterStatement : CLUSTER LBRACE clusterClause* RBRACE ;
clusterClause : kind=( PODS | SERVICES | NODES | APISERVER ) address ( COMMA address )* ;

defaultsStatement : DEFAULTS LBRACE defaultsClause* RBRACE ;
defaultsClause : subject=( INGRESS | EGRESS | DNS | UNZONED ) answer=( ALLOW | DENY ) ;

assumeStatement : ASSUME NAMESPACES DECLARED ;

// What every compiled policy carries beside what zonec writes itself.
emitStatement : EMIT LBRACE emitClause* RBRACE ;
emitClause : kind=( LABELS | ANNOTATIONS ) LBRACE metadataEntry* RBRACE ;
metadataEntry : word COLON labelValue ;

// ---- the same for many namespaces

// Which statements it may hold is no matter of syntax: zones, flows, assertions, `disjoint`.
foreachStatement
  : FOREACH NAMESPACE WITH selector ( AS name )? LBRACE statement* RBRACE
  ;

// ---- who: zones and externals

zoneStatement
  : ZONE name ( IN parent=name )? ( TIER tier=name )? LBRACE ( zoneClause | zoneDefault )* RBRACE
  ;

zoneClause
  : NAMESPACE place ( COMMA place )*   # namespaceNames
  | NAMESPACES selector                # namespaceSelector
  | PODS selector                      # podSelector
  ;

zoneDefault : subject=( INGRESS | EGRESS ) answer=( ALLOW | DENY ) ;

externalStatement : EXTERNAL name RELAY? OPEN? LBRACE externalClause* RBRACE ;

externalClause
  : CIDR addresses ( EXCEPT exceptions=addresses )?   # externalAddresses
  | zoneClause                                        # externalPods
  ;

addresses : address ( COMMA address )* ;
address : WORD | IPV6 | TEMPLATE ;
place : word | TEMPLATE ;

// ---- selectors, with Kubernetes' own syntax

selector : requirement ( COMMA requirement )* ;

requirement
  : NOT word                                             # keyIsAbsent
  | word EQUAL labelValue                                          # keyIs
  | word NOT_EQUAL labelValue                                      # keyIsNot
  | word IN LPAREN labelValue ( COMMA labelValue )* RPAREN         # keyIsIn
  | word NOTIN LPAREN labelValue ( COMMA labelValue )* RPAREN      # keyIsNotIn
  | word                                                 # keyIsPresent
  ;

value : word | STRING ;
labelValue : word | STRING | TEMPLATE ;

// ---- what: services

serviceStatement : SERVICE name EQUAL serviceTerm ( COMMA serviceTerm )* ;

serviceTerm
  : name SLASH STRING    # namedPort
  | name                 # serviceOrPort
  | TEMPLATE             # portOfParameters
  ;

services : COLON serviceTerm ( COMMA serviceTerm )* ;

// ---- flows

allowStatement : ALLOW flow services? attributes? ;

flow
  : WITHIN parties                       # flowWithin
  | from=parties ARROW to=parties        # flowTo
  | from=parties BOTH to=parties         # flowBoth
  ;

parties
  : OTHER? name                                                                   # oneParty
  | LBRACE party ( COMMA party )* ( EXCEPT name ( COMMA name )* )? RBRACE         # setOfParties
  ;

// Ports of its own have a meaning right of the arrow of a flow only.
party : OTHER? name services? ;

attributes : LBRACE attribute* RBRACE ;

attribute
  : OWNER owner=( HANDLE | WORD | STRING )   # owner
  | REASON STRING                            # reason
  | TICKET value                             # ticket
  | EXPIRES WORD                             # expires
  ;

// ---- assertions

assertStatement : ASSERT name COLON claim ;

claim
  : NEVER from=parties ARROW to=parties services?                                    # never
  | NO PATH from=parties LEADS to=parties ( EXCEPT VIA via=parties )? ( WITHIN count=WORD HOPS )?   # noPath
  | ONLY from=parties ( OF among=parties )? ARROW to=parties services?               # only
  | ISOLATED parties                                                                 # isolated
  | REACHABLE from=parties ARROW to=parties services?                                # reachable
  | TIERS ADJACENT IN parties                                                        # tiersAdjacent
  ;

// ---- what a proof may lean on, and what it may leave out

trustStatement
  : TRUST LABEL word level=( TENANT | ADMIN_ONLY | IMMUTABLE ) ( BY labelSetter ( COMMA labelSetter )* )?
  ;

labelSetter : kind=( SERVICEACCOUNT | USER | GROUP | NAMESPACE ) value ;

disjointStatement : DISJOINT disjoint ;

disjoint
  : CHILDREN OF parent=name        # disjointChildren
  | name ( COMMA name )*           # disjointZones
  ;

waiveStatement : WAIVE assertion=name FOR waived waiverAttributes? ;

waived
  : from=parties ARROW to=parties services?   # waivedConnections
  | from=parties LEADS to=parties             # waivedPaths
  ;

waiverAttributes : LBRACE waiverAttribute* RBRACE ;

waiverAttribute
  : REASON STRING                                        # waiverReason
  | TICKET value                                         # waiverTicket
  | APPROVED_BY approver=( HANDLE | WORD | STRING )      # waiverApproval
  | EXPIRES WORD                                         # waiverExpiry
  ;

// ---- queries, as given to `zonec query`

query
  : from=queryEnd arrow=( ARROW | LEADS ) to=queryEnd services? queryPart* EOF   # connectionsQuery
  | RESOLVE queryEnd EOF                                                         # membersQuery
  ;

singleEnd : queryEnd EOF ;

queryPart
  : WITHIN count=WORD HOPS   # withinHops
  | VIA queryEnds            # viaEnds
  | AVOIDING queryEnds       # avoidingEnds
  ;

queryEnds : queryEnd | LBRACE queryEnd ( COMMA queryEnd )* RBRACE ;

queryEnd
  : STAR                                                                    # anywhere
  | PODS LPAREN selector RPAREN ( IN NAMESPACE LPAREN word RPAREN )?        # selectedPods
  | PODS IN NAMESPACE LPAREN word RPAREN                                    # namespacePods
  | IPV6                                                                    # ipv6End
  | word ( LBRACKET selector RBRACKET )?                                    # namedEnd
  ;

// ---- expectations, one on each line of a file for `zonec test`

expectation
  : EXPECT ( ALLOWED | DENIED ) from=queryEnd ARROW to=queryEnd services? EOF   # connectionExpectation
  | EXPECT NO? PATH from=queryEnd LEADS to=queryEnd services? queryPart* EOF    # pathExpectation
  ;

// ---- words

// A word that does not begin a statement.
name
  : WORD
  | DENY | PODS | SERVICES | NODES | APISERVER | INGRESS | EGRESS | DNS | UNZONED | NAMESPACE | NAMESPACES
  | DECLARED | IN | NOTIN | CIDR | EXCEPT | RELAY | OPEN | WITHIN | OWNER | REASON | TICKET | EXPIRES
  | NEVER | NO | PATH | VIA | AVOIDING | HOPS | ONLY | ISOLATED | REACHABLE
  | LABEL | TENANT | ADMIN_ONLY | IMMUTABLE | CHILDREN | OF | TIER | TIERS | ADJACENT | FOR
  | APPROVED_BY | AS | RESOLVE | EXPECT | ALLOWED | DENIED | LABELS | ANNOTATIONS | WITH | OTHER
  | BY | SERVICEACCOUNT | USER | GROUP
  ;

// Any word at all: label keys and values and namespace names may be what they like.
word
  : name
  | MODULE | CLUSTER | DEFAULTS | ASSUME | ZONE | SERVICE | EXTERNAL | ALLOW | ASSERT
  | TRUST | DISJOINT | WAIVE | IMPORT | PARAM | WHEN | EMIT | FOREACH
  ;
