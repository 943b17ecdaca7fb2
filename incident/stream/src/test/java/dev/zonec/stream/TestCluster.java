package dev.zonec.stream;

import java.net.URI;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A cluster in this process, which runs one job after the other. Starting one takes seconds. */
public final class TestCluster implements AutoCloseable {
  private static final int SLOTS = 4;

  private final MiniCluster cluster;
  private final URI address;

  /** Starts the cluster. */
  public TestCluster() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.BIND_ADDRESS, "localhost");
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .setConfiguration(configuration)
                .build());
    cluster.start();
    address = cluster.getRestAddress().get();
  }

  /** Returns an environment whose jobs are submitted to the cluster. */
  public StreamExecutionEnvironment environment(int parallelism, Configuration configuration) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createRemoteEnvironment(
            address.getHost(), address.getPort(), configuration);
    return environment.setParallelism(parallelism);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
