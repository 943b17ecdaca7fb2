package dev.zonec.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Runs the language server on two streams. */
public final class LanguageServing {
  private LanguageServing() {}

  /**
   * Answers the messages of one editor until it says that the server must exit, or the stream ends.
   *
   * @param in the messages of the editor
   * @param out receives the messages to the editor, and nothing else
   * @param version the version of zonec
   * @param today the day for which expiry is evaluated
   * @return whether the editor had shut the server down before, as the protocol demands
   */
  public static boolean serve(
      InputStream in, OutputStream out, String version, Supplier<LocalDate> today) {
    ZoneServer server = new ZoneServer(version, today);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(
            () -> {
              await(listening);
              return server.isShutDown();
            },
            task -> Thread.ofPlatform().daemon().name("zonec messages").start(task));
    try {
      return (Boolean) CompletableFuture.anyOf(server.exited(), ended).join();
    } finally {
      server.close();
    }
  }

  private static void await(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.CancellationException e) {
      // The stream is broken: the editor is gone.
      return;
    }
  }
}
