[
  (cluster_body)
  (defaults_body)
  (emit_body)
  (metadata)
  (statements)
  (zone_body)
  (external_body)
  (party_set)
  (attributes)
] @fold
