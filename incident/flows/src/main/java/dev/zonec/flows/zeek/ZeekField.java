package dev.zonec.flows.zeek;

/** The fields that are read, by the names that both forms of the log use. */
enum ZeekField {
  TS("ts"),
  FROM("id.orig_h"),
  FROM_PORT("id.orig_p"),
  TO("id.resp_h"),
  TO_PORT("id.resp_p"),
  PROTOCOL("proto"),
  SERVICE("service"),
  DURATION("duration"),
  BYTES("orig_bytes"),
  STATE("conn_state"),
  HISTORY("history"),
  PACKETS("orig_pkts"),
  ANSWERS("resp_pkts"),
  IP_PROTOCOL("ip_proto");

  private final String name;

  ZeekField(String name) {
    this.name = name;
  }

  /** Returns the name in the log. */
  String written() {
    return name;
  }

  /** Whether the field is a number of seconds, or a time. */
  boolean timed() {
    return this == TS || this == DURATION;
  }
}
