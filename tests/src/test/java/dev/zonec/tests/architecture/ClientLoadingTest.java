package dev.zonec.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * fabric8's client is loaded only to read a cluster, Flink only for several readers, and ELK only
 * for pictures. Each test runs the command in a class loader of its own, which records the classes
 * that it loads.
 */
final class ClientLoadingTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec: {containers: []}
      """;

  private static final String FLOW =
      """
      {"flow":{"time":"2026-11-20T10:00:02Z","verdict":"FORWARDED","IP":{"source":"10.244.1.10",\
      "destination":"10.244.1.20"},"l4":{"TCP":{"source_port":40000,"destination_port":22}}}}
      """;

  private static final String UNREACHABLE =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: none, cluster: {server: "http://127.0.0.1:1"}}]
      users: [{name: none, user: {token: none}}]
      contexts: [{name: none, context: {cluster: none, user: none}}]
      current-context: none
      """;

  @TempDir private Path folder;

  @Test
  void manifestsAreReadWithoutTheClient() throws Exception {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    assertThat(clientClasses("query", "* -> *", "-m", pod.toString())).isEmpty();
  }

  @Test
  void aClusterIsReadWithTheClient() throws Exception {
    Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), UNREACHABLE);
    assertThat(clientClasses("query", "* -> *", "--kubeconfig=" + kubeconfig)).isNotEmpty();
  }

  @Test
  void logsAreReadWithoutFlink() throws Exception {
    Path pod = Files.writeString(folder.resolve("pod.yaml"), POD);
    Path log = Files.writeString(folder.resolve("flows.jsonl"), FLOW);
    List<String> words = List.of("flows", "check", log.toString(), "-m", pod.toString());
    assertThat(flinkClasses(words)).isEmpty();
    List<String> parallel = new ArrayList<>(words);
    parallel.add("--parallel=1");
    assertThat(flinkClasses(parallel)).isNotEmpty();
  }

  @Test
  void graphsWithoutAPictureAreDrawnWithoutElk() throws Exception {
    String pod = Files.writeString(folder.resolve("pod.yaml"), POD).toString();
    assertThat(elkClasses("query", "connections", "-m", pod)).isEmpty();
    assertThat(elkClasses("graph", "-m", pod, "-f", "dot")).isEmpty();
    assertThat(elkClasses("graph", "-m", pod)).isNotEmpty();
  }

  private static List<String> elkClasses(String... words) throws Exception {
    Set<String> loaded = loadedBy(words);
    assertThat(loaded).contains("dev.zonec.cli.GraphCommand");
    return loaded.stream().filter(name -> name.startsWith("org.eclipse.elk.")).sorted().toList();
  }

  @Test
  void theLanguageServerIsLoadedForItsCommandOnly() throws Exception {
    Path program = Files.writeString(folder.resolve("p.zone"), "module p\n");
    Set<String> loaded = loadedBy("lint", program.toString());
    assertThat(loaded).contains("dev.zonec.cli.LintCommand");
    assertThat(loaded)
        .noneMatch(
            name -> name.startsWith("org.eclipse.lsp4j.") || name.startsWith("dev.zonec.lsp"));
  }

  @Test
  void theServerOfThePlaygroundIsLoadedForItsCommandOnly() throws Exception {
    Path program = Files.writeString(folder.resolve("p.zone"), "module p\n");
    Set<String> loaded = loadedBy("verify", program.toString());
    assertThat(loaded).contains("dev.zonec.cli.VerifyCommand");
    assertThat(loaded).noneMatch(name -> name.startsWith("dev.zonec.views."));
  }

  @Test
  void theLanguageServerLoadsPicturesForTheFirstGraphOnly() throws Exception {
    Files.writeString(folder.resolve("zonec.yaml"), "program: p.zone\nmanifests: pod.yaml\n");
    Files.writeString(folder.resolve("pod.yaml"), POD);
    String program = "module p\nzone web { namespace shop }\n";
    String uri = Files.writeString(folder.resolve("p.zone"), program).toUri().toString();
    String hover =
        "\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":1,\"character\":6}}";
    String graph =
        "\"workspace/executeCommand\",\"params\":{\"command\":\"zonec.graph\",\"arguments\":[\"%s\"]}";
    assertThat(pictureClasses(hover.formatted(uri))).isEmpty();
    assertThat(pictureClasses(graph.formatted(uri)))
        .anyMatch(name -> name.startsWith("org.eclipse.elk."));
  }

  /** Returns the classes of pictures that the server loads to answer a request. */
  private static List<String> pictureClasses(String request) throws Exception {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    PipedInputStream messages = new PipedInputStream(1 << 16);
    try (RecordingLoader loader = new RecordingLoader();
        PipedOutputStream editor = new PipedOutputStream(messages)) {
      Method serve =
          loader
              .loadClass("dev.zonec.lsp.LanguageServing")
              .getMethod(
                  "serve", InputStream.class, OutputStream.class, String.class, Supplier.class);
      Supplier<LocalDate> today = () -> LocalDate.of(2026, 11, 23);
      Thread server =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      serve.invoke(null, messages, answers, "test", today);
                    } catch (ReflectiveOperationException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      send(editor, "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}");
      send(editor, "\"id\":2,\"method\":" + request);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!answers.toString(StandardCharsets.UTF_8).contains("\"id\":2")) {
        assertThat(System.nanoTime()).as("the server answers").isLessThan(end);
        Thread.sleep(20);
      }
      assertThat(answers.toString(StandardCharsets.UTF_8)).doesNotContain("\"error\"");
      editor.close();
      server.join();
      return loader.loaded.stream()
          .filter(name -> name.startsWith("dev.zonec.views.") || name.startsWith("org.eclipse.elk"))
          .sorted()
          .toList();
    }
  }

  private static void send(OutputStream editor, String members) throws IOException {
    byte[] body = ("{\"jsonrpc\":\"2.0\"," + members + "}").getBytes(StandardCharsets.UTF_8);
    editor.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    editor.write(body);
    editor.flush();
  }

  private static List<String> flinkClasses(List<String> words) throws Exception {
    Set<String> loaded = loadedBy(words.toArray(String[]::new));
    assertThat(loaded).contains("dev.zonec.application.flows.CheckedFlows");
    return loaded.stream().filter(name -> name.startsWith("org.apache.flink.")).sorted().toList();
  }

  private static List<String> clientClasses(String... words) throws Exception {
    Set<String> loaded = loadedBy(words);
    assertThat(loaded).contains("dev.zonec.cli.QueryCommand");
    return loaded.stream()
        .filter(name -> name.startsWith("io.fabric8.kubernetes.client."))
        .sorted()
        .toList();
  }

  private static Set<String> loadedBy(String... words) throws Exception {
    try (RecordingLoader loader = new RecordingLoader()) {
      loader
          .loadClass("dev.zonec.cli.Main")
          .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
          .invoke(null, discard(), discard(), words);
      return loader.loaded;
    }
  }

  private static PrintWriter discard() {
    return new PrintWriter(Writer.nullWriter());
  }

  /** Loads every class but those of the JDK itself, and records its name. */
  private static final class RecordingLoader extends URLClassLoader {
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    RecordingLoader() throws IOException {
      super(classPath(), getPlatformClassLoader());
    }

    private static URL[] classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> Path.of(entry).toUri())
          .map(
              uri -> {
                try {
                  return uri.toURL();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }
  }
}
