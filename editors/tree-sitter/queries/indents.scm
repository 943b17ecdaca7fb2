; The first capture of a pair is read by Helix and Zed, the second by Neovim.
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
] @indent @indent.begin

"}" @outdent @indent.branch @indent.end
