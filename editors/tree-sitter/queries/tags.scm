(module_statement
  name: (name) @name) @definition.module

(zone_statement
  name: (name) @name) @definition.class

(external_statement
  name: (name) @name) @definition.class

(service_statement
  name: (name) @name) @definition.constant

(assert_statement
  name: (name) @name) @definition.function

(zone_statement
  parent: (name) @name @reference.class)

(party
  name: (name) @name @reference.class)

(service_term
  (name) @name @reference.constant)

(waive_statement
  assertion: (name) @name @reference.call)
