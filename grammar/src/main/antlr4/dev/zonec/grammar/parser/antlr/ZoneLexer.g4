// The zone language's tokens. Every character of any input becomes a token, so that
// the lexer itself never fails: what has no meaning becomes UNEXPECTED.
lexer grammar ZoneLexer;

// Words that begin a statement; they are not names of zones, services or externals.
MODULE     : 'module' ;
CLUSTER    : 'cluster' ;
DEFAULTS   : 'defaults' ;
ASSUME     : 'assume' ;
ZONE       : 'zone' ;
SERVICE    : 'service' ;
EXTERNAL   : 'external' ;
ALLOW      : 'allow' ;
TRUST      : 'trust' ;
DISJOINT   : 'disjoint' ;
WAIVE      : 'waive' ;
ASSERT     : 'assert' ;
IMPORT     : 'import' ;
PARAM      : 'param' ;
WHEN       : 'when' ;
EMIT       : 'emit' ;
FOREACH    : 'foreach' ;

// Words with a meaning inside statements; elsewhere they are names like any other.
DENY       : 'deny' ;
PODS       : 'pods' ;
SERVICES   : 'services' ;
NODES      : 'nodes' ;
APISERVER  : 'apiserver' ;
INGRESS    : 'ingress' ;
EGRESS     : 'egress' ;
DNS        : 'dns' ;
UNZONED    : 'unzoned' ;
NAMESPACE  : 'namespace' ;
NAMESPACES : 'namespaces' ;
DECLARED   : 'declared' ;
IN         : 'in' ;
NOTIN      : 'notin' ;
CIDR       : 'cidr' ;
EXCEPT     : 'except' ;
RELAY      : 'relay' ;
OPEN       : 'open' ;
WITHIN     : 'within' ;
OWNER      : 'owner' ;
REASON     : 'reason' ;
TICKET     : 'ticket' ;
EXPIRES    : 'expires' ;
NEVER      : 'never' ;
NO         : 'no' ;
PATH       : 'path' ;
VIA        : 'via' ;
AVOIDING   : 'avoiding' ;
HOPS       : 'hops' ;
ONLY       : 'only' ;
ISOLATED   : 'isolated' ;
LABEL      : 'label' ;
TENANT     : 'tenant' ;
ADMIN_ONLY : 'admin-only' ;
IMMUTABLE  : 'immutable' ;
CHILDREN   : 'children' ;
OF         : 'of' ;
TIER       : 'tier' ;
TIERS      : 'tiers' ;
ADJACENT   : 'adjacent' ;
FOR        : 'for' ;
APPROVED_BY : 'approved_by' ;
REACHABLE  : 'reachable' ;
AS         : 'as' ;
WITH       : 'with' ;
OTHER      : 'other' ;
RESOLVE    : 'resolve' ;
EXPECT     : 'expect' ;
ALLOWED    : 'allowed' ;
DENIED     : 'denied' ;
LABELS     : 'labels' ;
ANNOTATIONS : 'annotations' ;
BY         : 'by' ;
SERVICEACCOUNT : 'serviceaccount' ;
USER       : 'user' ;
GROUP      : 'group' ;

ARROW      : '->' ;
BOTH       : '<->' ;
LEADS      : '~>' ;
LBRACE     : '{' ;
RBRACE     : '}' ;
LPAREN     : '(' ;
RPAREN     : ')' ;
LBRACKET   : '[' ;
RBRACKET   : ']' ;
COMMA      : ',' ;
COLON      : ':' ;
NOT_EQUAL  : '!=' ;
EQUAL      : '=' '='? ;
NOT        : '!' ;
SLASH      : '/' ;
STAR       : '*' ;

// Names, label keys and values, ports such as tcp/8080, IPv4 blocks, dates.
WORD       : WORD_END ( [A-Za-z0-9_./-]* WORD_END )? ;

// A word with parameters in it, such as tcp/${port} or ${branches}.
TEMPLATE   : ( WORD_END [A-Za-z0-9_./-]* )? HOLE ( [A-Za-z0-9_./-]* HOLE )*
             ( [A-Za-z0-9_./-]* WORD_END )? ;

// An address with at least two colons; one colon is COLON.
IPV6       : HEX* ':' HEX* ':' [0-9A-Fa-f:.]* ( '/' [0-9]+ )? ;

HANDLE     : '@' [A-Za-z0-9_./-]+ ;
STRING     : '"' ( '\\' ["\\] | ~["\\\r\n] )* '"' ;
OPEN_STRING : '"' ( '\\' ["\\] | ~["\\\r\n] )* ;

DOC_COMMENT : '##' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT    : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE      : [ \t\r\n\f]+ -> channel(HIDDEN) ;

UNEXPECTED : . ;

fragment WORD_END : [A-Za-z0-9_] ;
fragment HOLE : '${' [A-Za-z] [A-Za-z0-9_-]* '}' ;
fragment HEX : [0-9A-Fa-f] ;
