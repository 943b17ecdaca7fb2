(module_statement
  "module" @context
  name: (name) @name) @item

(param_statement
  "param" @context
  name: (name) @name) @item

(zone_statement
  "zone" @context
  name: (name) @name) @item

(external_statement
  "external" @context
  name: (name) @name) @item

(service_statement
  "service" @context
  name: (name) @name) @item

(assert_statement
  "assert" @context
  name: (name) @name) @item
