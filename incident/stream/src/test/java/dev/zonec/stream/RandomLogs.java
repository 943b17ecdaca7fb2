package dev.zonec.stream;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.stream.inputs.InputsRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Random small logs of Zeek, as JSON lines and as tables, some compressed, with damaged records;
 * and manifests and a threat list for them. Their times are in no order unless asked for.
 */
public final class RandomLogs {
  private static final int PODS = 12;
  private static final long BEGIN = 1_763_632_800;

  private RandomLogs() {}

  /** Returns a request with manifests, which are written to {@code folder}. */
  public static InputsRequest request(Path folder) throws IOException {
    StringBuilder manifests = new StringBuilder();
    for (int i = 0; i < PODS; i++) {
      manifests
          .append("apiVersion: v1\nkind: Pod\nmetadata: {name: w" + i + ", namespace: shop,")
          .append(" labels: {app: w" + i + "}}\nspec: {containers: [{name: c, image: x}]}\n")
          .append("status: {podIP: " + address(i) + "}\n---\n");
    }
    manifests.append(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: some, namespace: shop}
        spec:
          podSelector: {matchExpressions: [{key: app, operator: In, values: [w1, w2, w3, w4]}]}
          policyTypes: [Ingress]
          ingress: [{ports: [{port: 80}, {port: 81}]}]
        """);
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("k8s.yaml"), manifests);
    Path program =
        Files.writeString(
            folder.resolve("p.zone"),
            """
            module shop

            defaults { ingress deny  egress deny  dns allow  unzoned deny }

            zone shop      { namespace shop }
            zone a in shop { pods app=w1 }
            zone b in shop { pods app=w2 }

            allow a -> b : tcp/80
            """);
    Path threats = Files.writeString(folder.resolve("bad.txt"), "203.0.113.3\n203.0.113.4\n");
    return new InputsRequest(
        List.of(program.toString()),
        List.of(file.toString()),
        List.of(threats.toString()),
        Map.of(),
        "default",
        List.of(),
        false,
        false,
        LocalDate.of(2026, 1, 1),
        Map.of(),
        new Thresholds(
            6,
            Duration.ofMinutes(5),
            4,
            0.3,
            Duration.ofHours(24),
            50,
            200,
            Duration.ofMinutes(1)));
  }

  private static String address(int pod) {
    return "10.1.0." + (1 + pod);
  }

  /** Writes logs to {@code folder}. */
  public static List<InputPath> write(Path folder, Random random) throws IOException {
    Files.createDirectories(folder);
    List<InputPath> logs = new ArrayList<>();
    int files = 1 + random.nextInt(4);
    for (int i = 0; i < files; i++) {
      boolean json = i == 0 || random.nextBoolean();
      boolean compressed = i > 0 && random.nextInt(3) == 0;
      Path file = folder.resolve(i + (json ? ".json" : ".log") + (compressed ? ".gz" : ""));
      StringBuilder text = new StringBuilder();
      if (!json) {
        text.append(
            "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state"
                + "\torig_pkts\torig_bytes\tresp_pkts\n");
      }
      int lines = 20 + random.nextInt(150);
      for (int line = 0; line < lines; line++) {
        text.append(record(random, json, BEGIN + random.nextInt(1200))).append('\n');
      }
      if (json) {
        text.append("{\"ts\": damaged\n");
      }
      try (OutputStream out =
          compressed
              ? new GZIPOutputStream(Files.newOutputStream(file))
              : Files.newOutputStream(file)) {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      }
      logs.add(new InputPath(folder.getFileName() + "/" + file.getFileName(), file.toString()));
    }
    return logs;
  }

  /** Writes one log whose records are in the order of their times, a second apart. */
  public static InputPath ordered(Path file, Random random, int lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      text.append(record(random, true, BEGIN + line)).append('\n');
      if (line % 100 == 50) {
        text.append("{\"ts\": damaged\n");
      }
    }
    Files.writeString(file, text);
    return new InputPath(file.getFileName().toString(), file.toString());
  }

  private static String record(Random random, boolean json, long time) {
    int from = random.nextInt(PODS);
    int kind = random.nextInt(20);
    int to = random.nextInt(PODS + 2);
    String target = kind < 4 ? "203.0.113." + random.nextInt(6) : address(to);
    boolean small = kind == 0;
    String protocol = small ? "udp" : "tcp";
    String[] states = {"SF", "S0", "REJ", "OTH", "RSTO"};
    String state = states[random.nextInt(states.length)];
    int port = kind == 5 ? random.nextInt(2000) : 79 + random.nextInt(4);
    int packets = small ? 40 : 1 + random.nextInt(9);
    return String.format(
        Locale.ROOT,
        json
            ? "{\"ts\":%d.5,\"id.orig_h\":\"%s\",\"id.orig_p\":%d,\"id.resp_h\":\"%s\","
                + "\"id.resp_p\":%d,\"proto\":\"%s\",\"conn_state\":\"%s\",\"orig_pkts\":%d,"
                + "\"orig_bytes\":%d,\"resp_pkts\":%d}"
            : "%d.5\t%s\t%d\t%s\t%d\t%s\t%s\t%d\t%d\t%d",
        time,
        address(from),
        30_000 + random.nextInt(20_000),
        target,
        port,
        protocol,
        state,
        packets,
        packets * 60,
        random.nextInt(3));
  }
}
