package dev.zonec.stream;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker of Kafka in a process of its own. Its jars are on the class path with the profile {@code
 * kafka} only.
 */
public final class Broker implements AutoCloseable {
  private static final String CLUSTER = "zonec-test-zonec-test1";
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Path folder;
  private final String servers;
  private final Process process;

  /** Starts a broker whose files are in {@code folder}. */
  public Broker(Path folder) throws Exception {
    this.folder = folder;
    int port = freePort();
    int controller = freePort();
    servers = "127.0.0.1:" + port;
    Path properties =
        Files.writeString(
            folder.resolve("server.properties"),
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            group.initial.rebalance.delay.ms=0
            """
                .formatted(port, controller, folder.resolve("data")));
    String file = properties.toString();
    Process format = java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", file);
    if (format.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log()));
    }
    process = java("kafka.Kafka", file);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Path log() {
    return folder.resolve("broker.log");
  }

  private Process java(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /** Returns the address for clients. */
  public String servers() {
    return servers;
  }

  private Properties client() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", servers);
    return client;
  }

  /** Creates a topic. */
  public void create(String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(client())) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    }
  }

  /** Sends messages, and waits until the broker has them. */
  public void send(String topic, List<String> messages) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < messages.size(); i++) {
        producer.send(new ProducerRecord<>(topic, "record " + i, messages.get(i)));
      }
      producer.flush();
    }
  }

  /** Returns the messages of completed transactions, until none comes for some seconds. */
  public List<String> committed(String topic) {
    Properties client = client();
    client.putAll(
        Map.of(
            "group.id", "reader",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"));
    List<String> messages = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long last = System.nanoTime();
      while (System.nanoTime() - last < QUIET.toNanos()) {
        for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(500))) {
          messages.add(each.value());
          last = System.nanoTime();
        }
      }
    }
    return messages;
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
