; The captures are those that Neovim, Helix and Zed have in common. No node has two of them, so the
; order of the patterns does not matter.

; Keywords of the lexer: begin
[
  "module"
  "cluster"
  "defaults"
  "assume"
  "zone"
  "service"
  "external"
  "allow"
  "trust"
  "disjoint"
  "waive"
  "assert"
  "import"
  "param"
  "when"
  "emit"
  "foreach"
  "deny"
  "pods"
  "services"
  "nodes"
  "apiserver"
  "ingress"
  "egress"
  "dns"
  "unzoned"
  "namespace"
  "namespaces"
  "declared"
  "in"
  "notin"
  "cidr"
  "except"
  "relay"
  "open"
  "within"
  "owner"
  "reason"
  "ticket"
  "expires"
  "never"
  "no"
  "path"
  "via"
  "hops"
  "only"
  "isolated"
  "label"
  "tenant"
  "admin-only"
  "immutable"
  "children"
  "of"
  "tier"
  "tiers"
  "adjacent"
  "for"
  "approved_by"
  "reachable"
  "as"
  "with"
  "other"
  "labels"
  "annotations"
  "by"
  "serviceaccount"
  "user"
  "group"
] @keyword
; Keywords of the lexer: end

[
  "->"
  "<->"
  "~>"
  "="
  "=="
  "!="
  "!"
] @operator

[
  "{"
  "}"
  "("
  ")"
  "["
  "]"
] @punctuation.bracket

[
  ","
  ":"
  "/"
] @punctuation.delimiter

(comment) @comment

(doc_comment) @comment.documentation

(string) @string

(handle) @tag

(template) @variable.parameter

(address) @constant.numeric

(key) @attribute

((word) @constant.numeric
  (#match? @constant.numeric "^((tcp|udp|sctp)/[0-9]+(-[0-9]+)?|[0-9]+([./-][0-9]+)*)$"))

((word) @string.special
  (#not-match? @string.special "^((tcp|udp|sctp)/[0-9]+(-[0-9]+)?|[0-9]+([./-][0-9]+)*)$"))

(service_term
  (name) @constant.numeric
  (#match? @constant.numeric "/"))

(service_term
  (name) @constant
  (#not-match? @constant "/"))

(service_statement
  name: (name) @constant)

(module_statement
  name: (name) @type)

(import_statement
  name: (name) @type)

(foreach_statement
  name: (name) @type)

(zone_statement
  name: (name) @type)

(zone_statement
  parent: (name) @type)

(zone_statement
  tier: (name) @label)

(external_statement
  name: (name) @type)

(disjoint_statement
  (name) @type)

(party_set
  (name) @type)

(party
  name: (name) @type.builtin
  (#any-of? @type.builtin "any" "any-pod" "internet" "apiserver" "nodes"))

(party
  name: (name) @type
  (#not-any-of? @type "any" "any-pod" "internet" "apiserver" "nodes"))

(assert_statement
  name: (name) @label)

(waive_statement
  assertion: (name) @label)

(param_statement
  name: (name) @variable.parameter)

(param_type
  name: (name) @type.builtin)

(condition
  param: (name) @variable.parameter)
