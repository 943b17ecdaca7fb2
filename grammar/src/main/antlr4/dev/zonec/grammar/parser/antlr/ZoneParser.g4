// The zone language. It has no recursive rule: nesting is bounded by the grammar itself.
parser grammar ZoneParser;

options { tokenVocab = ZoneLexer; }

program : statement* EOF ;

statement
  : moduleStatement
  | clusterStatement
  | defaultsStatement
  | assumeStatement
  | zoneStatement
  | serviceStatement
  | externalStatement
  | allowStatement
  | assertStatement
  ;

// ---- the program as a whole

moduleStatement : MODULE name ;

clusterStatement : CLUSTER LBRACE clusterClause* RBRACE ;
clusterClause : kind=( PODS | SERVICES | NODES ) address ( COMMA address )* ;

defaultsStatement : DEFAULTS LBRACE defaultsClause* RBRACE ;
defaultsClause : subject=( INGRESS | EGRESS | DNS | UNZONED ) answer=( ALLOW | DENY ) ;

assumeStatement : ASSUME NAMESPACES DECLARED ;

// ---- who: zones and externals

zoneStatement : ZONE name ( IN parent=name )? LBRACE zoneClause* RBRACE ;

zoneClause
  : NAMESPACE word ( COMMA word )*     # namespaceNames
  | NAMESPACES selector                # namespaceSelector
  | PODS selector                      # podSelector
  ;

externalStatement : EXTERNAL name RELAY? LBRACE externalClause* RBRACE ;

externalClause
  : CIDR addresses ( EXCEPT exceptions=addresses )?   # externalAddresses
  | zoneClause                                        # externalPods
  ;

addresses : address ( COMMA address )* ;
address : WORD | IPV6 ;

// ---- selectors, with Kubernetes' own syntax

selector : requirement ( COMMA requirement )* ;

requirement
  : NOT word                                             # keyIsAbsent
  | word EQUAL value                                     # keyIs
  | word NOT_EQUAL value                                 # keyIsNot
  | word IN LPAREN value ( COMMA value )* RPAREN         # keyIsIn
  | word NOTIN LPAREN value ( COMMA value )* RPAREN      # keyIsNotIn
  | word                                                 # keyIsPresent
  ;

value : word | STRING ;

// ---- what: services

serviceStatement : SERVICE name EQUAL serviceTerm ( COMMA serviceTerm )* ;

serviceTerm
  : name SLASH STRING    # namedPort
  | name                 # serviceOrPort
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
  : name                                     # oneParty
  | LBRACE name ( COMMA name )* RBRACE       # setOfParties
  ;

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
  | ONLY from=parties ARROW to=parties services?                                     # only
  | ISOLATED parties                                                                 # isolated
  | REACHABLE from=parties ARROW to=parties services?                                # reachable
  ;

// ---- queries, as given to `zonec query`

query : from=queryEnd arrow=( ARROW | LEADS ) to=queryEnd services? queryPart* EOF ;

queryPart
  : WITHIN count=WORD HOPS   # withinHops
  | VIA queryEnds            # viaEnds
  | AVOIDING queryEnds       # avoidingEnds
  ;

queryEnds : queryEnd | LBRACE queryEnd ( COMMA queryEnd )* RBRACE ;

queryEnd
  : STAR                                                                    # anywhere
  | PODS LPAREN selector RPAREN ( IN NAMESPACE LPAREN word RPAREN )?        # selectedPods
  | IPV6                                                                    # ipv6End
  | word                                                                    # namedEnd
  ;

// ---- words

// A word that does not begin a statement.
name
  : WORD
  | DENY | PODS | SERVICES | NODES | INGRESS | EGRESS | DNS | UNZONED | NAMESPACE | NAMESPACES
  | DECLARED | IN | NOTIN | CIDR | EXCEPT | RELAY | WITHIN | OWNER | REASON | TICKET | EXPIRES
  | NEVER | NO | PATH | VIA | AVOIDING | HOPS | ONLY | ISOLATED | REACHABLE
  ;

// Any word at all: label keys and values and namespace names may be what they like.
word : name | MODULE | CLUSTER | DEFAULTS | ASSUME | ZONE | SERVICE | EXTERNAL | ALLOW | ASSERT ;
