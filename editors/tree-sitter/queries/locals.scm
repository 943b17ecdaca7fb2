(program) @local.scope

(zone_statement
  name: (name) @local.definition.type)

(external_statement
  name: (name) @local.definition.type)

(service_statement
  name: (name) @local.definition.constant)

(param_statement
  name: (name) @local.definition.variable.parameter)

(zone_statement
  parent: (name) @local.reference)

(party
  name: (name) @local.reference)

(party_set
  except: (name) @local.reference)

(disjoint_statement
  (name) @local.reference)

(service_term
  (name) @local.reference)

(condition
  param: (name) @local.reference)
