-- Shows in Neovim what the tree-sitter parser in RUNTIME makes of FILE: writes the captures of the
-- query for highlights to OUT, and the levels of the folds if this version of Neovim computes them.
local file, out = os.getenv("FILE"), os.getenv("OUT")
vim.opt.runtimepath:prepend(os.getenv("RUNTIME"))
vim.cmd("edit " .. file)

local get_query = vim.treesitter.query.get or vim.treesitter.query.get_query
local text_of = vim.treesitter.get_node_text or vim.treesitter.query.get_node_text
local parser = vim.treesitter.get_parser(0, "zone")
local root = parser:parse()[1]:root()
local lines = { "error " .. tostring(root:has_error()) }
local query = get_query("zone", "highlights")
for id, node in query:iter_captures(root, 0, 0, -1) do
  table.insert(lines, query.captures[id] .. " " .. text_of(node, 0))
end
for _, name in ipairs({ "folds", "indents", "locals" }) do
  local other, captures = get_query("zone", name), 0
  for _ in other:iter_captures(root, 0, 0, -1) do captures = captures + 1 end
  table.insert(lines, name .. " " .. captures)
end
vim.bo.filetype = "zone"
if vim.treesitter.start then
  vim.treesitter.start(0, "zone")
end
if vim.treesitter.foldexpr then
  vim.wo.foldmethod = "expr"
  vim.wo.foldexpr = "v:lua.vim.treesitter.foldexpr()"
  vim.wait(500, function() return vim.fn.foldlevel(2) > 0 end, 20)
  local folds = {}
  for line = 1, vim.fn.line("$") do table.insert(folds, vim.fn.foldlevel(line)) end
  table.insert(lines, "levels " .. table.concat(folds, " "))
end

local f = io.open(out, "w")
f:write(table.concat(lines, "\n") .. "\n")
f:close()
vim.cmd("qa!")
