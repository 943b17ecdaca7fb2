//! Starts the language server of zonec in Zed.

use zed_extension_api::{
    self as zed, serde_json::Value, settings::LspSettings, Command, LanguageServerId, Result,
    Worktree,
};

struct Zonec;

impl zed::Extension for Zonec {
    fn new() -> Self {
        Zonec
    }

    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let configured = LspSettings::for_worktree(server.as_ref(), worktree)?
            .binary
            .and_then(|binary| binary.path);
        let command = configured
            .or_else(|| worktree.which("zonec"))
            .ok_or("zonec is not in the PATH; set lsp.zonec.binary.path to its path")?;
        Ok(Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Zonec);
