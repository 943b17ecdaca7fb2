package dev.zonec.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A log of Hubble in which every flow has an end or a port that no flow before had: workloads that
 * scan outside addresses and each other, outside addresses that call workloads, and pods that no
 * manifest shows. It is the worst case for the memory of an analysis.
 */
final class FlowFlood implements FlowLog.Lines {
  private static final int PORTS = 60_000;
  private static final int MINUTE = 60;

  /** An end: its address, and what the log says about it. */
  private record End(String address, String description) {}

  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public byte[] line(long number) {
    int workload = (int) (number / 4 % FlowBench.WORKLOADS);
    End inside = workload(workload);
    String text =
        switch ((int) (number % 4)) {
          case 0 -> line(number, "\"FORWARDED\"", "EGRESS", inside, outside(number));
          case 1 -> line(number, "\"FORWARDED\"", "INGRESS", outside(number), inside);
          case 2 ->
              line(
                  number,
                  "\"DROPPED\",\"drop_reason_desc\":\"POLICY_DENIED\"",
                  "INGRESS",
                  inside,
                  workload((workload + 7) % FlowBench.WORKLOADS));
          default -> line(number, "\"FORWARDED\"", "INGRESS", unknown(number), inside);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static End workload(int workload) {
    return new End(FlowLog.address(workload), FlowFormat.hubbleEnd(workload));
  }

  /** Returns an address that no other number has. */
  private static End outside(long number) {
    return new End(
        "2001:db8:" + Long.toHexString(number >> 16) + "::" + Long.toHexString(number & 0xffff),
        "{\"identity\":2,\"labels\":[\"reserved:world\"]}");
  }

  private static End unknown(long number) {
    return new End(
        "10.2.0.1", FlowFormat.hubbleEnd(1_000_000 + number).replace("shop", "job" + number % 50));
  }

  private static String line(long number, String verdict, String direction, End from, End to) {
    long second = number / 1000;
    return String.format(
        Locale.ROOT,
        "{\"flow\":{\"time\":\"2026-11-20T%02d:%02d:%02d.%03dZ\",\"verdict\":%s,\"IP\":{\"source\":\"%s\",\"destination\":\"%s\"},\"l4\":{\"TCP\":{\"source_port\":%d,\"destination_port\":%d,\"flags\":{\"SYN\":true}}},\"source\":%s,\"destination\":%s,\"Type\":\"L3_L4\",\"traffic_direction\":\"%s\",\"is_reply\":false}}\n",
        second / MINUTE / MINUTE % 24,
        second / MINUTE % MINUTE,
        second % MINUTE,
        number % 1000,
        verdict,
        from.address(),
        to.address(),
        40_000 + number % 20_000,
        1 + number * 7919 % PORTS,
        from.description(),
        to.description(),
        direction);
  }
}
