-- Drives `zonec lsp` in Neovim: opens FILE, makes a mistake, and writes what the editor sees to OUT.
local file, out, command = os.getenv("FILE"), os.getenv("OUT"), os.getenv("ZONEC")
local lines = {}
local function say(text) table.insert(lines, text) end
local function finish(code)
  local f = io.open(out, "w")
  f:write(table.concat(lines, "\n") .. "\n")
  f:close()
  vim.cmd(code == 0 and "qa!" or "cq!")
end

vim.cmd("edit " .. file)
vim.bo.filetype = "zone"
local buffer = vim.api.nvim_get_current_buf()
local config = { name = "zonec", cmd = { command, "lsp" }, root_dir = vim.fn.fnamemodify(file, ":h") }
local client
if vim.lsp.start then
  client = vim.lsp.start(config, { bufnr = buffer })
else
  client = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, client)
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    say("timeout: " .. what)
    finish(1)
  end
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local function position(line, character)
  return {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = character },
  }
end

wait("start", function()
  local found = vim.lsp.get_client_by_id(client)
  return found ~= nil and found.server_capabilities ~= nil and found.initialized
end)
vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { "allow web -> dbs : tcp/5432" })
wait("a problem", function() return #vim.diagnostic.get(buffer) > 0 end)
for _, problem in ipairs(vim.diagnostic.get(buffer)) do
  say(("problem %d:%d-%d %s"):format(problem.lnum, problem.col, problem.end_col, problem.code or ""))
end
vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { "allow web -> db : tcp/5432" })
wait("no problem", function() return #vim.diagnostic.get(buffer) == 0 end)
say("no problem")
local words = ask("textDocument/completion", position(4, 13))
local labels = {}
for _, item in ipairs(words.items or words) do table.insert(labels, item.label) end
say("completion " .. labels[1] .. " " .. labels[2])
say("hover " .. ask("textDocument/hover", position(4, 14)).contents.value:gsub("\n", " "))
local edit = position(4, 14)
edit.newName = "orders"
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", edit), "utf-16")
say("renamed " .. table.concat(vim.api.nvim_buf_get_lines(buffer, 2, 6, false), " | "))
local lens
wait("a proof", function()
  local lenses = ask("textDocument/codeLens", { textDocument = { uri = vim.uri_from_bufnr(buffer) } })
  lens = lenses and lenses[1] and lenses[1].command.title
  return lens ~= nil and not lens:find("not proved")
end)
say("lens " .. lens)
finish(0)
